using MathNet.Numerics.LinearAlgebra;
using ZcBench.Proxies.Probe;
using ZcBench.Proxies.Probe.Observations;
using ZcBench.Scores;

namespace ZcBench.Proxies.Catalogue;

/// <summary>
/// How uncorrelated the samples' input gradients are.
/// </summary>
internal sealed class JacobCov : IProxy
{
    /// <inheritdoc/>
    public ProxyInfo Info { get; } =
        new()
        {
            Id = "jacob_cov",
            Title = "covariance of input gradients",
            Formula = "−Σ_i log(λ_i + k) + 1/(λ_i + k), λ = eigenvalues of corr(J), k = 10⁻⁵",
            Paper = Papers.Wot,
            Reference = "SamsungLabs/zero-cost-nas, jacob_cov (NASLib: jacov)",
            Direction = Direction.HigherIsBetter,
            Input = InputKind.Minibatch,
            Init = InitKind.Default,
            BatchNorm = "batch statistics",
            Layers = "the input image",
            LabelBudget = LabelBudget.Images,
            Version = 1,
            Cost = "one forward and one backward pass to the input (shared with epe_nas)",
            Notes =
                "J_n = ∂(Σ logits of the batch)/∂x_n in one backward pass, batch norm coupling the samples. "
                + "Near −N for distinct samples. Undefined when the output ignores the input, "
                + "and where the network ends in batch norm (TransNAS-Bench-101, most DARTS networks): "
                + "there Σ logits is constant, and what others publish is rounding noise. "
                + "The first version of 'neural architecture search without training'.",
        };

    /// <inheritdoc/>
    public IReadOnlyList<Need> Needs { get; } = [InputJacobian.Need];

    /// <inheritdoc/>
    public Score Score(Evidence evidence)
    {
        const double K = 1e-5;
        var jacobian = evidence.Get(InputJacobian.Need);
        if (jacobian.Correlations is not { } correlations)
        {
            return Scores.Score.Undefined(jacobian.Reason);
        }

        var eigenvalues = correlations.Evd(Symmetricity.Symmetric).EigenValues.Real();
        return Scores.Score.Of(-eigenvalues.Sum(value => Math.Log(value + K) + 1 / (value + K)));
    }
}
