using MathNet.Numerics.Statistics;
using ZcBench.Search.Methods;

namespace ZcBench.Search.Results;

/// <summary>One method over all its repeats.</summary>
/// <param name="Call">The method.</param>
/// <param name="Repeats">How many searches.</param>
/// <param name="Chose">How many of them chose an architecture before the budget ended.</param>
/// <param name="Test">
/// Mean test accuracy of what was chosen, for each dataset, and the sample standard deviation (n −
/// 1) over the repeats that chose; null for fewer than one or two of them.
/// </param>
/// <param name="Queries">Mean number of architectures trained.</param>
/// <param name="TrainingSeconds">Mean cost of training.</param>
/// <param name="ScoringSeconds">Mean cost of scoring.</param>
public sealed record MethodSummary(
    MethodCall Call,
    int Repeats,
    int Chose,
    IReadOnlyList<(double? Mean, double? Deviation)> Test,
    double Queries,
    double TrainingSeconds,
    double ScoringSeconds
)
{
    /// <summary>Summarises every method.</summary>
    public static IReadOnlyList<MethodSummary> Of(SearchResults results, TestAccuracies test) =>
        [
            .. results.Methods.Select(method => new MethodSummary(
                method.Call,
                method.Outcomes.Count,
                method.Outcomes.Count(outcome => outcome.Chosen is not null),
                [
                    .. Enumerable
                        .Range(0, test.Targets.Count)
                        .Select(target =>
                            Spread([
                                .. method
                                    .Outcomes.Select(outcome => outcome.Chosen)
                                    .OfType<int>()
                                    .Select(chosen => test.Value(target, chosen)),
                            ])
                        ),
                ],
                method.Outcomes.Average(outcome => outcome.Log.Count),
                method.Outcomes.Average(outcome => outcome.TrainingSeconds),
                method.Outcomes.Average(outcome => outcome.ScoringSeconds)
            )),
        ];

    private static (double? Mean, double? Deviation) Spread(double[] values) =>
        (values.Length > 0 ? values.Average() : null, values.Length > 1 ? values.StandardDeviation() : null);
}
