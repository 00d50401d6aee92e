using System.Globalization;

namespace ZcBench.Statistics.Resampling;

/// <summary>
/// The two-sided randomisation test that paired differences d₁, ..., dₙ are as likely positive as negative:
/// signs are flipped at random, and p is the share of flips with |Σ ±dᵢ| ≥ |Σ dᵢ|. All 2ⁿ flips where they
/// are no more than the draws and the observed one; else so many drawn ones, p = (1 + #) / (1 + draws).
/// </summary>
/// <remarks>
/// Fisher, The Design of Experiments, 1935, section 21; the observed one counted among the draws: Phipson and
/// Smyth, Permutation p-values should never be zero, Stat. Appl. Genet. Mol. Biol. 9, 2010.
/// </remarks>
public static class SignFlipTest
{
    /// <summary>Flips drawn where they are not all taken.</summary>
    public const int UsualDraws = 9_999;

    // Flips of one sum differ by rounding when it is added up in another order.
    private const double Rounding = 1e-12;
    private const int SignsOfDraw = 31;

    /// <summary>The p-value; undefined for fewer than two differences.</summary>
    /// <param name="differences">One for each pair.</param>
    /// <param name="draws">How many flips to draw where there are more.</param>
    /// <param name="seed">Names the draws.</param>
    public static Estimate PValue(IReadOnlyList<double> differences, int draws = UsualDraws, long seed = 0)
    {
        ArgumentNullException.ThrowIfNull(differences);
        var n = differences.Count;
        if (n < 2)
        {
            return Estimate.Undefined($"a paired test takes two pairs (got {n})");
        }

        var scale = differences.Sum(Math.Abs);
        var least = Math.Abs(differences.Sum()) - Rounding * scale;
        if (n < SignsOfDraw && 1 << n <= draws + 1)
        {
            var extreme = Enumerable.Range(0, 1 << n).Count(signs => Sum(i => signs >> i) >= least);
            return Estimate.Of((double)extreme / (1 << n));
        }

        var found = 0;
        Parallel.For(
            0,
            draws,
            draw =>
            {
                var stream = new DrawStream(
                    string.Create(CultureInfo.InvariantCulture, $"{seed}/signs/{draw}")
                );
                var signs = 0;
                var sum = 0.0;
                for (var i = 0; i < n; i++)
                {
                    signs = i % SignsOfDraw == 0 ? stream.Below(i / SignsOfDraw, int.MaxValue) : signs >> 1;
                    sum += (signs & 1) == 0 ? differences[i] : -differences[i];
                }

                if (Math.Abs(sum) >= least)
                {
                    Interlocked.Increment(ref found);
                }
            }
        );
        return Estimate.Of((1.0 + found) / (1 + draws));

        double Sum(Func<int, int> signs) =>
            Math.Abs(differences.Select((d, i) => (signs(i) & 1) == 0 ? d : -d).Sum());
    }
}
