using ZcBench.Search.Methods;
using ZcBench.Statistics;
using ZcBench.Statistics.Resampling;

namespace ZcBench.Search.Results;

/// <summary>Two methods over the repeats in which both chose something.</summary>
/// <param name="First">The one.</param>
/// <param name="Second">The other.</param>
/// <param name="Count">How many such repeats.</param>
/// <param name="Difference">
/// Mean test accuracy of the first less the second, paired by the seed of the repeat, with its interval.
/// </param>
/// <param name="P">Two-sided, by <see cref="SignFlipTest"/>.</param>
/// <param name="HolmP">After Holm's correction over all pairs that have one.</param>
public sealed record PairedMethods(
    MethodCall First,
    MethodCall Second,
    int Count,
    Interval Difference,
    Estimate P,
    Estimate HolmP
)
{
    /// <summary>All pairs of methods, in their order.</summary>
    internal static IReadOnlyList<PairedMethods> Of(IReadOnlyList<MethodQuality> methods, Bootstrap bootstrap)
    {
        var pairs = (
            from i in Enumerable.Range(0, methods.Count)
            from j in Enumerable.Range(i + 1, methods.Count - i - 1)
            let differences = Differences(methods[i], methods[j])
            select (First: methods[i].Call, Second: methods[j].Call, differences)
        ).ToList();
        var p = pairs.Select(pair => SignFlipTest.PValue(pair.differences, seed: bootstrap.Seed)).ToList();
        var corrected = new Queue<double>(Holm.Adjust([.. p.Select(item => item.Value).OfType<double>()]));
        return
        [
            .. pairs.Zip(
                p,
                (pair, own) =>
                    new PairedMethods(
                        pair.First,
                        pair.Second,
                        pair.differences.Length,
                        MeanInterval.Of(pair.differences, bootstrap),
                        own,
                        own.Value is null ? own : Estimate.Of(corrected.Dequeue())
                    )
            ),
        ];
    }

    // A lower regret is a higher accuracy.
    private static double[] Differences(MethodQuality first, MethodQuality second) =>
        [.. first.Repeats.Zip(second.Repeats, (one, other) => other.Regret - one.Regret).OfType<double>()];
}
