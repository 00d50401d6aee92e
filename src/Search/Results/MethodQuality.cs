using ZcBench.Search.Methods;
using ZcBench.Statistics.Resampling;

namespace ZcBench.Search.Results;

/// <summary>How good a method was, over the repeats that chose something.</summary>
/// <param name="Call">The method.</param>
/// <param name="Repeats">One for each search.</param>
/// <param name="Regret">Mean regret at 1 with its interval over repeats.</param>
/// <param name="AnytimeRegret">Mean anytime regret with its interval over repeats.</param>
/// <param name="Reached">Share of all repeats that reached the accuracy.</param>
/// <param name="QueriesToReach">
/// Queries that all repeats made until they reached it or ended, by the number of repeats that reached it;
/// null where none did.
/// </param>
/// <param name="SecondsToReach">The same of seconds of training and scoring.</param>
/// <param name="Better">Mean share of the pool that is better than what was chosen; null for none.</param>
/// <remarks>
/// Expected running time: Hansen, Auger, Finck and Ros, Real-parameter black-box optimization benchmarking,
/// INRIA RR-6828, 2009.
/// </remarks>
public sealed record MethodQuality(
    MethodCall Call,
    IReadOnlyList<RepeatQuality> Repeats,
    Interval Regret,
    Interval AnytimeRegret,
    double Reached,
    double? QueriesToReach,
    double? SecondsToReach,
    double? Better
);
