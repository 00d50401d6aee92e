using ZcBench.Proxies.Probe;
using ZcBench.Proxies.Probe.Observations;
using ZcBench.Scores;

namespace ZcBench.Proxies.Catalogue;

/// <summary>
/// How much passes along the paths of a network with absolute weights and without batch norm, fed with ones.
/// </summary>
internal sealed class Synflow : IProxy
{
    /// <inheritdoc/>
    public ProxyInfo Info { get; } =
        new()
        {
            Id = "synflow",
            Title = "synaptic flow",
            Formula = "Σ |W · ∂R/∂W|, R = Σ logits of |W| on one image of ones, no batch norm",
            Paper = Papers.Synflow,
            Reference = "SamsungLabs/zero-cost-nas, synflow on the official network",
            Direction = Direction.HigherIsBetter,
            Input = InputKind.Ones,
            Init = InitKind.Default,
            BatchNorm = "left out",
            Layers = "weights of convolutions and classifier",
            LabelBudget = LabelBudget.Structure,
            Version = 1,
            Cost = "one small double-precision pass",
            Notes =
                "Not its logarithm: values reach 1e50. Every batch norm is left out, "
                + "as on the official network; zero-cost-nas's own model of NAS-Bench-201 keeps "
                + "it in the residual blocks, so its published scores differ by factors of about 1000.",
        };

    /// <inheritdoc/>
    public IReadOnlyList<Need> Needs { get; } = [SynapticFlow.WithoutNorm];

    /// <inheritdoc/>
    public Score Score(Evidence evidence) => Scores.Score.Of(evidence.Get(SynapticFlow.WithoutNorm).Flow);
}
