using MathNet.Numerics.Distributions;
using ZcBench.Statistics.Resampling;

namespace ZcBench.Statistics.Across;

/// <summary>One method against the control, by mean ranks.</summary>
/// <param name="Method">Number of the method.</param>
/// <param name="Z">
/// z = (R̄_c − R̄ⱼ) / √(k(k + 1) / (6N)), above 0 where the method ranks better than the control.
/// </param>
/// <param name="P">Two-sided, 2 Φ(−|z|).</param>
/// <param name="BonferroniDunnP">min(1, (k − 1) p).</param>
/// <param name="HolmP">After Holm's step-down correction over the k − 1 methods.</param>
public sealed record ControlComparison(int Method, double Z, double P, double BonferroniDunnP, double HolmP)
{
    /// <summary>Every other method against the control, in the order of the methods.</summary>
    /// <remarks>Demšar, JMLR 7, 2006, section 3.2.2. Assumes independent blocks.</remarks>
    /// <exception cref="ArgumentException">There is no such method, or only one.</exception>
    public static IReadOnlyList<ControlComparison> Of(BlockRanks ranks, int control)
    {
        ArgumentNullException.ThrowIfNull(ranks);
        if (control < 0 || control >= ranks.Methods)
        {
            throw new ArgumentException(
                $"the control is method {control} of {ranks.Methods}; count from 0",
                nameof(control)
            );
        }

        var error = CriticalDifference.StandardError(ranks.Methods, ranks.Blocks);
        int[] others = [.. Enumerable.Range(0, ranks.Methods).Where(i => i != control)];
        double[] z = [.. others.Select(i => (ranks.Means[control] - ranks.Means[i]) / error)];
        var p = Array.ConvertAll(z, item => Math.Min(1, 2 * Normal.CDF(0, 1, -Math.Abs(item))));
        var holm = Holm.Adjust(p);
        return
        [
            .. others.Select(
                (method, i) =>
                    new ControlComparison(method, z[i], p[i], Math.Min(1, p.Length * p[i]), holm[i])
            ),
        ];
    }
}
