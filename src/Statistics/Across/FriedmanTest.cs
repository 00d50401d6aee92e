using MathNet.Numerics;

namespace ZcBench.Statistics.Across;

/// <summary>
/// Friedman's test that k methods rank alike on average over N blocks, and Iman and Davenport's less
/// conservative F of it. Both assume that blocks are independent.
/// </summary>
/// <remarks>
/// Friedman, The use of ranks to avoid the assumption of normality, JASA 32, 1937; correction for ties:
/// Conover, Practical Nonparametric Statistics, 1971; F: Iman and Davenport, Approximations of the critical
/// region of the Friedman statistic, Communications in Statistics A 9, 1980.
/// </remarks>
/// <param name="Blocks">N.</param>
/// <param name="Methods">k.</param>
/// <param name="TieCorrection">C = 1 − Σ(t³ − t) / (N(k³ − k)), 1 without ties.</param>
/// <param name="ChiSquared">
/// χ² = 12N / (k(k + 1)) · (Σⱼ R̄ⱼ² − k(k + 1)²/4) / C. Undefined where all methods are tied in every block.
/// </param>
/// <param name="ChiSquaredP">Upper tail of the χ² distribution with k − 1 degrees of freedom.</param>
/// <param name="F">
/// F = (N − 1)χ² / (N(k − 1) − χ²). Undefined where all blocks rank alike: it is infinite then.
/// </param>
/// <param name="FP">
/// Upper tail of the F distribution with k − 1 and (k − 1)(N − 1) degrees of freedom. Where all blocks rank
/// alike it is the exact probability of that, (Πt! / k!)^(N − 1).
/// </param>
public sealed record FriedmanTest(
    int Blocks,
    int Methods,
    double TieCorrection,
    Estimate ChiSquared,
    Estimate ChiSquaredP,
    Estimate F,
    Estimate FP
)
{
    /// <summary>Tests some ranks.</summary>
    /// <exception cref="ArgumentException">There are fewer than two blocks or methods.</exception>
    public static FriedmanTest Of(BlockRanks ranks)
    {
        ArgumentNullException.ThrowIfNull(ranks);
        var (n, k) = ((double)ranks.Blocks, (double)ranks.Methods);
        if (n < 2 || k < 2)
        {
            throw new ArgumentException(
                $"there are {n} blocks of {k} methods; give at least two of each",
                nameof(ranks)
            );
        }

        var correction = 1 - ranks.TieTerm / (n * (k * k * k - k));
        if (correction == 0)
        {
            var tied = Estimate.Undefined("all methods are tied in every block");
            return new(ranks.Blocks, ranks.Methods, correction, tied, tied, tied, tied);
        }

        // Centred, so that nothing cancels.
        var spread = ranks.Means.Sum(mean => (mean - (k + 1) / 2) * (mean - (k + 1) / 2));
        var chi = Math.Min(12 * n / (k * (k + 1)) * spread / correction, n * (k - 1));
        var (f, p) = ranks.AllAlike
            ? (Estimate.Undefined("all blocks rank alike"), Estimate.Of(ChanceOfOneOrder(ranks)))
            : Tail(ImanDavenport(chi, n, k), k - 1, (k - 1) * (n - 1));
        return new(
            ranks.Blocks,
            ranks.Methods,
            correction,
            Estimate.Of(chi),
            Estimate.Of(chi == 0 ? 1 : SpecialFunctions.GammaUpperRegularized((k - 1) / 2, chi / 2)),
            f,
            p
        );
    }

    internal static double ImanDavenport(double chiSquared, double blocks, double methods) =>
        (blocks - 1) * chiSquared / (blocks * (methods - 1) - chiSquared);

    private static (Estimate F, Estimate P) Tail(double f, double above, double below) =>
        (
            Estimate.Of(f),
            Estimate.Of(SpecialFunctions.BetaRegularized(below / 2, above / 2, below / (below + above * f)))
        );

    private static double ChanceOfOneOrder(BlockRanks ranks) =>
        Math.Exp(
            (ranks.Blocks - 1)
                * (
                    ranks.TieSizes(0).Sum(size => SpecialFunctions.FactorialLn(size))
                    - SpecialFunctions.FactorialLn(ranks.Methods)
                )
        );
}
