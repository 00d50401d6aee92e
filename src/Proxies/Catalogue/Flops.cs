using ZcBench.Proxies.Probe;
using ZcBench.Proxies.Probe.Observations;
using ZcBench.Scores;

namespace ZcBench.Proxies.Catalogue;

/// <summary>Multiply-accumulates of one image through convolutions and classifier.</summary>
internal sealed class Flops : IProxy
{
    /// <inheritdoc/>
    public ProxyInfo Info { get; } =
        new()
        {
            Id = "flops",
            Title = "multiply-accumulates of one image",
            Formula = "Σ_conv C_out·H·W·C_in·k² + (C_in + 1)·K for the classifier",
            Paper = Papers.SuiteZero,
            Reference = "D-X-Y/AutoDL-Projects, get_model_infos",
            Direction = Direction.HigherIsBetter,
            Input = InputKind.None,
            Init = InitKind.None,
            BatchNorm = "none",
            Layers = "convolutions and classifier",
            LabelBudget = LabelBudget.Structure,
            Version = 1,
            Cost = "no pass",
            Notes =
                "One multiply-accumulate counts once. Batch norm, pooling and ReLU count nothing; "
                + "dead branches count, as in the benchmark. On NAS-Bench-201 it ranks exactly like params.",
        };

    /// <inheritdoc/>
    public IReadOnlyList<Need> Needs { get; } = [Structure.Need];

    /// <inheritdoc/>
    public Score Score(Evidence evidence) => Scores.Score.Of(evidence.Get(Structure.Need).Macs);
}
