namespace ZcBench.Search.Results;

/// <summary>How good one search was, by the test accuracy of the searched dataset.</summary>
/// <param name="Regret">
/// Regret at 1: the best test accuracy of the pool less that of what was chosen; null where nothing was.
/// </param>
/// <param name="AnytimeRegret">
/// Mean over queries 1, ..., B of the regret of the best by validation so far; null where nothing was chosen.
/// </param>
/// <param name="ReachedQueries">
/// Query after which the best by validation so far had the accuracy that was to be reached, 0 where nothing
/// was trained; null where that never was.
/// </param>
/// <param name="ReachedSeconds">What had been spent by then; null likewise.</param>
/// <param name="Better">Share of the pool with a higher test accuracy than what was chosen, or null.</param>
public sealed record RepeatQuality(
    double? Regret,
    double? AnytimeRegret,
    int? ReachedQueries,
    double? ReachedSeconds,
    double? Better
);
