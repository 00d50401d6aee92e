namespace ZcBench.Search.Queries;

/// <summary>What one search came to.</summary>
/// <param name="Seed">Its seed.</param>
/// <param name="Chosen">
/// Number of the architecture it chose; null where the budget ended before it had a choice.
/// </param>
/// <param name="Log">What it trained, in order.</param>
/// <param name="TrainingSeconds">Spent on training.</param>
/// <param name="ScoringSeconds">Spent on scoring.</param>
public sealed record SearchOutcome(
    long Seed,
    int? Chosen,
    IReadOnlyList<Query> Log,
    double TrainingSeconds,
    double ScoringSeconds
)
{
    /// <summary>Everything spent.</summary>
    public double SpentSeconds => TrainingSeconds + ScoringSeconds;
}
