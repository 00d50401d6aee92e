using ZcBench.Benchmarks;
using ZcBench.Benchmarks.Tables;

namespace ZcBench.Scores.Published;

/// <summary>
/// A file of scores from elsewhere, beside which ours are put. What is not finite, or a known stand-in for a
/// failure, is undefined and never a number.
/// </summary>
/// <param name="File">Path as it was given.</param>
/// <param name="Checksum">SHA-256 of the file's bytes.</param>
/// <param name="Columns">The proxies, sorted by name.</param>
public sealed record PublishedScores(string File, string Checksum, IReadOnlyList<PublishedColumn> Columns)
{
    /// <summary>Name of the file without its ending, also without that of a packed file.</summary>
    public string Stem => Path.GetFileNameWithoutExtension(Gzip.Unpacked(File));

    /// <summary>Whether any column scores an architecture.</summary>
    public bool Lists(string architecture) => Columns.Any(column => column.Scores.ContainsKey(architecture));

    /// <summary>The columns over some architectures, with cards made of what the file says.</summary>
    /// <param name="architectures">
    /// Texts, in the order that the scores are to have; one that a column lacks is undefined there.
    /// </param>
    /// <param name="direction">
    /// Which end of a column is good that does not say so itself; null where that cannot be told.
    /// </param>
    /// <exception cref="UserError">A direction cannot be told.</exception>
    public IEnumerable<ScoreColumn> ScoreColumns(
        IReadOnlyList<string> architectures,
        Func<string, Direction?> direction
    ) =>
        Columns.Select(column => new ScoreColumn(
            Card(column, column.Direction ?? direction(column.Id) ?? throw Unsigned(column.Id)),
            [
                .. architectures.Select(text =>
                    column.Scores.TryGetValue(text, out var score)
                        ? score
                        : Score.Undefined($"{Path.GetFileName(File)} has no score")
                ),
            ],
            column.MeanSeconds * 1000
        )
        {
            Origin = new(Path.GetFileName(File), Checksum, column.LabelBudget is not null),
            IsCounting = false,
        });

    /// <summary>The card of a column, made of what the file says.</summary>
    /// <param name="column">One of the columns.</param>
    /// <param name="direction">Which end of it is good.</param>
    public ProxyInfo Card(PublishedColumn column, Direction direction) =>
        new()
        {
            Id = column.Id,
            Title = column.Title ?? column.Id,
            Formula = "not stated",
            Paper = new("", "", "", ""),
            Reference = $"scores of {Path.GetFileName(File)}, not measured here",
            Direction = direction,
            Input = InputKind.Minibatch,
            Init = InitKind.Default,
            LabelBudget = column.LabelBudget ?? ZcBench.Scores.LabelBudget.Labels,
            Version = 1,
            Cost = "not stated",
        };

    private UserError Unsigned(string id) =>
        new(
            $"{File} does not say which end of '{id}' is good; "
                + $"write its heading as '{id}:higher' or '{id}:lower'"
        );
}
