namespace ZcBench.Search.Queries;

/// <summary>
/// One line of a search's log: an architecture it trained, what it saw, and what it had spent by then.
/// </summary>
/// <param name="Architecture">Number among the candidates.</param>
/// <param name="Validation">Validation accuracy, in percent or in the unit of the metric.</param>
/// <param name="TrainingSeconds">Spent on training so far, this one included.</param>
/// <param name="ScoringSeconds">Spent on scoring so far.</param>
public sealed record Query(int Architecture, double Validation, double TrainingSeconds, double ScoringSeconds)
{
    /// <summary>Everything spent so far.</summary>
    public double SpentSeconds => TrainingSeconds + ScoringSeconds;
}
