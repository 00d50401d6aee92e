namespace ZcBench.Search.Optimisation;

/// <summary>
/// μ + c s (Srinivas et al., Gaussian process optimization in the bandit setting, ICML 2010). c = 2.576, the
/// upper end of a 99 % interval.
/// </summary>
internal sealed class UpperConfidenceBound : IAcquisition
{
    private const double Width = 2.576;

    /// <inheritdoc/>
    public double Of(double mean, double deviation, double best) => mean + Width * deviation;
}
