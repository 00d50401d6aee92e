using ZcBench.Proxies.Probe;
using ZcBench.Proxies.Probe.Observations;
using ZcBench.Scores;

namespace ZcBench.Proxies.Catalogue;

/// <summary>
/// Condition number of the neural tangent kernel of the network in training mode.
/// </summary>
internal sealed class NtkCond : IProxy
{
    /// <inheritdoc/>
    public ProxyInfo Info { get; } =
        new()
        {
            Id = "ntk_cond",
            Title = "condition number of the tangent kernel (TE-NAS)",
            Formula = "λ_max / λ_min of J Jᵀ, J_n = ∂(Σ_k f_k(x_n))/∂θ, training mode",
            Paper = Papers.TeNas,
            Reference = "VITA-Group/TENAS, ntk",
            Direction = Direction.LowerIsBetter,
            Input = InputKind.Minibatch,
            Init = InitKind.KaimingNormal,
            BatchNorm = "batch statistics",
            Layers = "all weights and batch norm scales",
            LabelBudget = LabelBudget.Images,
            Version = 1,
            Cost = "one forward pass and one backward pass a sample",
            Notes =
                "θ are all weights and batch norm scales. Batch norm couples the samples, "
                + "so each row needs a backward pass of its own through the whole batch; "
                + "ntk_cond_frozen holds the statistics constant and needs one. "
                + "Differs from ntk_trace_cond in the scalar (sum of logits), "
                + "the parameters and in being a true Jacobian. "
                + "Undefined when the kernel is singular (the reference returns 100000, "
                + "infinity or a negative number).",
        };

    /// <inheritdoc/>
    public IReadOnlyList<Need> Needs { get; } = [SampleKernels.TrainMode];

    /// <inheritdoc/>
    public Score Score(Evidence evidence) => TangentKernel.Condition(evidence.Get(SampleKernels.TrainMode));
}
