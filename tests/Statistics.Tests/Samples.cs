using FsCheck;
using FsCheck.Fluent;

namespace ZcBench.Statistics.Tests;

/// <summary>Samples for properties and for statistical checks.</summary>
internal static class Samples
{
    /// <summary>Up to 30 architectures with many ties on both sides; the lowest score is −∞.</summary>
    public static Arbitrary<Sample> WithTies { get; } = Tied(30);

    /// <summary>Up to 5 architectures, few enough to try every order of the ties.</summary>
    public static Arbitrary<Sample> Tiny { get; } = Tied(5);

    /// <summary>
    /// Bivariate normal with the given correlation. The random numbers are seeded: the sample is always the
    /// same.
    /// </summary>
    public static Sample Normal(int count, double correlation, int seed)
    {
        var random = new System.Random(seed);
        var normal = () => MathNet.Numerics.Distributions.Normal.InvCDF(0, 1, 1 - random.NextDouble());
        var truth = Enumerable.Range(0, count).Select(_ => normal()).ToArray();
        var rest = Math.Sqrt(1 - correlation * correlation);
        return new Sample(truth.Select(a => correlation * a + rest * normal()).ToArray(), truth);
    }

    /// <summary>The same with ties on both sides and accuracies about 80 percent.</summary>
    public static Sample Rounded(Sample sample) =>
        new(
            Array.ConvertAll(sample.Scores.ToArray(), score => Math.Round(score, 1)),
            Array.ConvertAll(sample.Truth.ToArray(), accuracy => 80 + Math.Round(accuracy, 1))
        );

    private static Arbitrary<Sample> Tied(int most) =>
        (
            from count in Gen.Choose(1, most)
            from scores in Gen.Choose(0, 6).ArrayOf(count)
            from truth in Gen.Choose(0, 6).ArrayOf(count)
            select new Sample(
                Array.ConvertAll(scores, score => score == 0 ? double.NegativeInfinity : score),
                Array.ConvertAll(truth, accuracy => 90 + accuracy / 4.0)
            )
        ).ToArbitrary();
}
