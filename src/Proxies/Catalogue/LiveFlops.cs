using ZcBench.Benchmarks.Blueprints;
using ZcBench.Proxies.Probe;
using ZcBench.Proxies.Probe.Observations;
using ZcBench.Scores;

namespace ZcBench.Proxies.Catalogue;

/// <summary>Multiply-accumulates of one image once dead branches are removed.</summary>
internal sealed class LiveFlops : IProxy
{
    /// <inheritdoc/>
    public ProxyInfo Info { get; } =
        new()
        {
            Id = "live_flops",
            Title = "multiply-accumulates without dead branches",
            Formula = "Σ_live conv C_out·H·W·C_in·k² + (C_in + 1)·K for the classifier",
            Paper = Papers.Zcbench,
            Reference = "closed forms over the cells of NAS-Bench-201",
            Direction = Direction.HigherIsBetter,
            Input = InputKind.None,
            Init = InitKind.None,
            BatchNorm = "none",
            Layers = "live convolutions and classifier",
            LabelBudget = LabelBudget.Structure,
            Version = 1,
            Cost = "no pass",
            Notes =
                "A counting baseline. Live is what the output of some cell or of the network needs; "
                + "the skeleton always counts. On NAS-Bench-201 it orders architectures like 9 n₃ + n₁ over "
                + "the live edges.",
        };

    /// <inheritdoc/>
    public IReadOnlyList<Need> Needs { get; } = [Structure.Need];

    /// <inheritdoc/>
    public Score Score(Evidence evidence) => Scores.Score.Of(new LivePart(evidence.Get(Structure.Need)).Macs);
}
