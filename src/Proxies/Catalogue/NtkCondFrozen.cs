using ZcBench.Proxies.Probe;
using ZcBench.Proxies.Probe.Observations;
using ZcBench.Scores;

namespace ZcBench.Proxies.Catalogue;

/// <summary>
/// Condition number of the tangent kernel with batch statistics held constant.
/// </summary>
internal sealed class NtkCondFrozen : IProxy
{
    /// <inheritdoc/>
    public ProxyInfo Info { get; } =
        new()
        {
            Id = "ntk_cond_frozen",
            Title = "condition number of the tangent kernel, frozen statistics",
            Formula = "λ_max / λ_min of J Jᵀ, J_n = ∂(Σ_k f_k(x_n))/∂θ, batch statistics constant",
            Paper = Papers.TeNas,
            Reference = "own variant of ntk_cond, checked against one backward pass a sample",
            Direction = Direction.LowerIsBetter,
            Input = InputKind.Minibatch,
            Init = InitKind.KaimingNormal,
            BatchNorm = "batch statistics held constant",
            Layers = "all weights and batch norm scales",
            LabelBudget = LabelBudget.Images,
            Version = 1,
            Cost = "one forward and one backward pass with per-sample products",
            Notes =
                "The true kernel of the network whose batch norm uses the batch's statistics as constants: "
                + "same scalar and parameters as ntk_cond, one backward pass instead of N.",
        };

    /// <inheritdoc/>
    public IReadOnlyList<Need> Needs { get; } = [SampleKernels.Frozen];

    /// <inheritdoc/>
    public Score Score(Evidence evidence) => TangentKernel.Condition(evidence.Get(SampleKernels.Frozen));
}
