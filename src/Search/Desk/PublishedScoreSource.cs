using ZcBench.Benchmarks;
using ZcBench.Reports.Published;
using ZcBench.Scores;

namespace ZcBench.Search.Desk;

/// <summary>
/// Scores that others published. A proxy is named as in the file, or without the prefix before the first '_' where that names one column. Higher counts as better,
/// for such files state no direction; what scoring took is known only where the file says it.
/// </summary>
public sealed class PublishedScoreSource : IScoreSource
{
    private readonly PublishedScores _file;
    private readonly Dictionary<string, PublishedColumn> _columns;
    private readonly Dictionary<string, PublishedColumn[]> _shared;

    /// <summary>The scores of a file that was read.</summary>
    public PublishedScoreSource(PublishedScores file)
    {
        _file = file;
        _columns = file.Columns.ToDictionary(column => column.Id, StringComparer.Ordinal);
        _shared = file.Columns.GroupBy(column => column.Id[(column.Id.IndexOf('_', StringComparison.Ordinal) + 1)..], StringComparer.Ordinal)
            .Where(group => !_columns.ContainsKey(group.Key)).ToDictionary(group => group.Key, group => group.ToArray(), StringComparer.Ordinal);
        foreach (var (name, columns) in _shared.Where(item => item.Value.Length == 1))
        {
            _columns.Add(name, columns[0]);
        }
    }

    /// <inheritdoc/>
    public string Description
    {
        get
        {
            var costs = _file.Columns.All(column => column.MeanSeconds is null) ? "; the file does not say what scoring took, so it counts as nothing" : "";
            return $"Scores: published by others ({Path.GetFileName(_file.File)}, SHA-256 {_file.Checksum[..12]}…), not measured here{costs}.";
        }
    }

    /// <inheritdoc/>
    public IReadOnlyList<string> Known => [.. _file.Columns.Select(column => column.Id)];

    /// <inheritdoc/>
    public string FullName(string id) => _columns[id].Id;

    /// <inheritdoc/>
    public ProxyInfo Proxy(string id)
    {
        if (_shared.GetValueOrDefault(id) is { Length: > 1 } several)
        {
            throw new UserError(
                $"published proxy '{id}' may be {string.Join(" or ", several.Select(item => item.Id))} of {Path.GetFileName(_file.File)}; give one of these names");
        }

        var column = Names.Find(_columns, id, "published proxy", $"the columns of {Path.GetFileName(_file.File)}");
        return new()
        {
            Id = id, Title = $"{column.Id}, as published", Formula = "not stated", Reference = _file.File,
            Paper = new("others", Path.GetFileName(_file.File), "not stated", _file.File), Direction = Direction.HigherIsBetter,
            Input = InputKind.Minibatch, Init = InitKind.Default, LabelBudget = LabelBudget.Labels, Version = 1, Cost = "not stated",
        };
    }

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, StoredScore> Stored(string id)
    {
        var column = _columns[id];
        return column.Scores.ToDictionary(
            item => item.Key, item => new StoredScore(item.Key, id, item.Value, 1000 * column.MeanSeconds ?? 0), StringComparer.Ordinal);
    }

    /// <inheritdoc/>
    public void Measure(IReadOnlyList<Architecture> architectures, IReadOnlyList<string> proxies) => throw new UserError(
        $"{_file.File} lacks scores of {string.Join(", ", proxies)} for {architectures.Count} architectures that a search drew; "
        + "search only those it has with --pool scored");
}
