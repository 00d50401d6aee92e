namespace ZcBench.Search.Optimisation;

/// <summary>
/// Chooses the hyper-parameters of a Gaussian process: those in a bounded box whose log marginal likelihood
/// is largest, by climbing from several fixed places on logarithmic axes.
/// </summary>
internal static class MarginalLikelihood
{
    // Natural for places in a unit box and values of variance 1.
    private static readonly (double Low, double High) LengthScale = (0.05, 3);
    private static readonly (double Low, double High) Signal = (0.1, 10);
    private static readonly (double Low, double High) Noise = (1e-6, 0.5);
    private static readonly double[][] Starts =
    [
        [0.35, 0.5, 0.15],
        [0.6, 0.5, 0.15],
        [0.85, 0.7, 0.15],
        [0.5, 0.5, 0.75],
    ];

    /// <summary>The best process over observations whose values have mean 0 and variance about 1.</summary>
    public static GaussianProcess Best(IReadOnlyList<double[]> points, IReadOnlyList<double> values)
    {
        var best = Starts
            .Select(start => CompassSearch.Climb(Likelihood, start, step: 0.12, least: 0.02))
            .MaxBy(end => end.Value);
        return GaussianProcess.Fit(points, values, At(best.Place))
            ?? throw new InvalidOperationException("no covariance is positive definite");

        double Likelihood(double[] place) =>
            GaussianProcess.Fit(points, values, At(place))?.LogMarginalLikelihood ?? double.NegativeInfinity;
    }

    private static Hyperparameters At(double[] place) =>
        new(Between(LengthScale, place[0]), Between(Signal, place[1]), Between(Noise, place[2]));

    private static double Between((double Low, double High) range, double part) =>
        range.Low * Math.Pow(range.High / range.Low, part);
}
