using MathNet.Numerics.Distributions;

namespace ZcBench.Search.Optimisation;

/// <summary>
/// E[max(0, f − best)] = (μ − best) Φ(z) + s φ(z), z = (μ − best)/s, for f normal with mean μ and deviation s
/// (Jones, Schonlau and Welch, Efficient global optimization of expensive black-box functions, 1998).
/// </summary>
internal sealed class ExpectedImprovement : IAcquisition
{
    /// <inheritdoc/>
    public double Of(double mean, double deviation, double best)
    {
        if (deviation <= 0)
        {
            return Math.Max(0, mean - best);
        }

        var z = (mean - best) / deviation;
        return (mean - best) * Normal.CDF(0, 1, z) + deviation * Normal.PDF(0, 1, z);
    }
}
