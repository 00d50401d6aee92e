namespace ZcBench.Scores.Published;

/// <summary>The scores of one proxy as others published them.</summary>
/// <param name="Id">Name in the file.</param>
/// <param name="Scores">
/// By official architecture text; an architecture that the file leaves empty is not there.
/// </param>
/// <param name="MeanSeconds">Mean seconds for one architecture, as the file states; null where it states
/// none.</param>
/// <param name="Direction">Which end the file says is good; null where it does not say.</param>
public sealed record PublishedColumn(
    string Id,
    IReadOnlyDictionary<string, Score> Scores,
    double? MeanSeconds,
    Direction? Direction = null
)
{
    /// <summary>One line for people; null where the file has none.</summary>
    public string? Title { get; init; }

    /// <summary>What the scores have seen; null where the file does not say.</summary>
    public LabelBudget? LabelBudget { get; init; }

    /// <summary>
    /// What a score is multiplied by to make higher better: −1 where the file says that lower is better, else
    /// 1.
    /// </summary>
    public int Sign => Direction == ZcBench.Scores.Direction.LowerIsBetter ? -1 : 1;
}
