using ZcBench.Proxies.Probe;
using ZcBench.Proxies.Probe.Observations;
using ZcBench.Scores;

namespace ZcBench.Proxies.Catalogue;

/// <summary>Number of tensors of parameters.</summary>
internal sealed class LayerCount : IProxy
{
    /// <inheritdoc/>
    public ProxyInfo Info { get; } =
        new()
        {
            Id = "layer_count",
            Title = "tensors of parameters (VKDNW's ℵ)",
            Formula = "|{weights, biases, scales and shifts, a tensor each}|",
            Paper = Papers.Vkdnw,
            Reference = "ondratybl/VKDNW, number of named parameters",
            Direction = Direction.HigherIsBetter,
            Input = InputKind.None,
            Init = InitKind.None,
            BatchNorm = "none",
            Layers = "all with parameters",
            LabelBudget = LabelBudget.Structure,
            Version = 1,
            Cost = "no pass",
            Notes =
                "The paper speaks of trainable layers, its code counts tensors: 21 + 45 n on NAS-Bench-201, "
                + "n edges of a cell being convolutions. Those of dead branches count. A counting baseline.",
        };

    /// <inheritdoc/>
    public IReadOnlyList<Need> Needs { get; } = [Structure.Need];

    /// <inheritdoc/>
    public Score Score(Evidence evidence) =>
        Scores.Score.Of(evidence.Get(Structure.Need).ParameterTensors.Count());
}
