using ZcBench.Proxies.Probe;
using ZcBench.Proxies.Probe.Observations;
using ZcBench.Scores;

namespace ZcBench.Proxies.Catalogue;

/// <summary>
/// Condition number of the kernel from which ntk_trace takes the trace.
/// </summary>
internal sealed class NtkTraceCond : IProxy
{
    /// <inheritdoc/>
    public ProxyInfo Info { get; } =
        new()
        {
            Id = "ntk_trace_cond",
            Title = "condition number of HNAS's kernel",
            Formula = "λ_max / λ_min of the kernel of ntk_trace",
            Paper = Papers.Hnas,
            Reference = "shuyao95/HNAS, condnum",
            Direction = Direction.LowerIsBetter,
            Input = InputKind.Minibatch,
            Init = InitKind.Default,
            BatchNorm = "batch statistics",
            Layers = "weights of convolutions and classifier, its bias",
            LabelBudget = LabelBudget.Labels,
            Version = 1,
            Cost = "none beside ntk_trace",
            Notes = "Undefined when the kernel is singular (the reference returns the largest number).",
        };

    /// <inheritdoc/>
    public IReadOnlyList<Need> Needs { get; } = [SampleKernels.OfTrueLogits];

    /// <inheritdoc/>
    public Score Score(Evidence evidence) =>
        TangentKernel.Condition(evidence.Get(SampleKernels.OfTrueLogits));
}
