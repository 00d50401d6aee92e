using ZcBench.Proxies.Probe;
using ZcBench.Proxies.Probe.Observations;
using ZcBench.Scores;

namespace ZcBench.Proxies.Catalogue;

/// <summary>
/// Synaptic flow whose gradients are tamed by a logarithm before they meet the weights.
/// </summary>
internal sealed class LogSynflow : IProxy
{
    /// <inheritdoc/>
    public ProxyInfo Info { get; } =
        new()
        {
            Id = "logsynflow",
            Title = "synaptic flow with logarithms",
            Formula = "Σ |W| · log(1 + ∂R/∂W), R as for synflow",
            Paper = Papers.FreeRea,
            Reference = "NiccoloCavagnero/FreeREA, synflow with logarithm (definition; no golden value)",
            Direction = Direction.HigherIsBetter,
            Input = InputKind.Ones,
            Init = InitKind.Default,
            BatchNorm = "left out",
            Layers = "weights of convolutions and classifier",
            LabelBudget = LabelBudget.Structure,
            Version = 1,
            Cost = "one small double-precision pass (shared with synflow)",
        };

    /// <inheritdoc/>
    public IReadOnlyList<Need> Needs { get; } = [SynapticFlow.WithoutNorm];

    /// <inheritdoc/>
    public Score Score(Evidence evidence) => Scores.Score.Of(evidence.Get(SynapticFlow.WithoutNorm).LogFlow);
}
