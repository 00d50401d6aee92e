using ZcBench.Benchmarks;
using ZcBench.Scores;
using ZcBench.Scores.Published;

namespace ZcBench.Search.Queries;

/// <summary>
/// Scores that others published. A proxy is named as in the file, or without the prefix of a known suite
/// (<see cref="PublishedSource"/>) where that names one column. Higher counts as better unless the file says
/// otherwise; what
/// scoring took is known only where the file says it.
/// </summary>
public sealed class PublishedScoreSource : IScoreSource
{
    private readonly PublishedScores _file;
    private readonly Dictionary<string, PublishedColumn> _columns;
    private readonly ILookup<string, PublishedColumn> _bare;

    /// <summary>The scores of a file that was read.</summary>
    public PublishedScoreSource(PublishedScores file)
    {
        _file = file;
        _columns = file.Columns.ToDictionary(column => column.Id, StringComparer.Ordinal);
        _bare = file
            .Columns.Where(column => PublishedSource.Bare(column.Id) is not null)
            .ToLookup(column => PublishedSource.Bare(column.Id)!, StringComparer.Ordinal);
    }

    /// <inheritdoc/>
    public string Description
    {
        get
        {
            var costs = _file.Columns.All(column => column.MeanSeconds is null)
                ? "; the file does not say what scoring took, so it counts as nothing"
                : "";
            return $"Scores: published by others ({Path.GetFileName(_file.File)}, "
                + $"SHA-256 {_file.Checksum[..12]}…), not measured here{costs}.";
        }
    }

    /// <inheritdoc/>
    public IReadOnlyList<string> Known => [.. _file.Columns.Select(column => column.Id)];

    /// <inheritdoc/>
    public string FullName(string id) => Column(id).Id;

    /// <inheritdoc/>
    public ProxyInfo Proxy(string id)
    {
        var column = Column(id);
        return new()
        {
            Id = id,
            Title = $"{column.Id}, as published",
            Formula = "not stated",
            Reference = _file.File,
            Paper = new("others", Path.GetFileName(_file.File), "not stated", _file.File),
            Direction = column.Direction ?? Direction.HigherIsBetter,
            Input = InputKind.Minibatch,
            Init = InitKind.Default,
            LabelBudget = LabelBudget.Labels,
            Version = 1,
            Cost = "not stated",
        };
    }

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, StoredScore> Stored(string id)
    {
        var column = Column(id);
        return column.Scores.ToDictionary(
            item => item.Key,
            item => new StoredScore(item.Key, id, item.Value, 1000 * column.MeanSeconds ?? 0),
            StringComparer.Ordinal
        );
    }

    private PublishedColumn Column(string id)
    {
        if (_columns.TryGetValue(id, out var exact))
        {
            return exact;
        }

        var file = Path.GetFileName(_file.File);
        return _bare[id].ToList() switch
        {
            [var one] => one,
            [] => Names.Find(_columns, id, "published proxy", $"the columns of {file}"),
            var several => throw new UserError(
                $"published proxy '{id}' may be {string.Join(" or ", several.Select(item => item.Id))} "
                    + $"of {file}; give one of these names"
            ),
        };
    }

    /// <inheritdoc/>
    public void Measure(
        IReadOnlyList<Architecture> architectures,
        IReadOnlyList<string> proxies,
        CancellationToken stop
    ) =>
        throw new UserError(
            $"{_file.File} lacks scores of {string.Join(", ", proxies)} "
                + $"for {architectures.Count} architectures that a search drew; "
                + "search only those it has with --pool scored"
        );
}
