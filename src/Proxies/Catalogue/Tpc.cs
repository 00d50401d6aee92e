using ZcBench.Benchmarks.Blueprints;
using ZcBench.Proxies.Probe;
using ZcBench.Proxies.Probe.Observations;
using ZcBench.Scores;

namespace ZcBench.Proxies.Catalogue;

/// <summary>Sum over convolutions of the logarithm of channels times kernel area over stride².</summary>
internal sealed class Tpc : IProxy
{
    /// <inheritdoc/>
    public ProxyInfo Info { get; } =
        new()
        {
            Id = "tpc",
            Title = "total path count (TPC-NAS)",
            Formula = "Σ_convolutions log(C_out k² / s²), log(k² / s²) where depthwise",
            Paper = Papers.TpcNas,
            Reference = "TPC-NAS/TPC, compute_nas_score, on its own networks; on other spaces ours",
            Direction = Direction.HigherIsBetter,
            Input = InputKind.None,
            Init = InitKind.None,
            BatchNorm = "none",
            Layers = "convolutions, dead ones included, without those of residual shortcuts",
            LabelBudget = LabelBudget.Structure,
            Version = 1,
            Cost = "no pass",
            Notes =
                "A counting rule: on NAS-Bench-201 each 1x1 convolution of the cell adds 51.99 "
                + "and each 3x3 one 84.94, dead or live. "
                + "As in the reference, the projections of residual shortcuts and the classifier "
                + "do not count, and groups count only where every channel is one of its own. "
                + "The paper means networks that are one sequence; on a cell's branches the sum is ours. "
                + "Which convolution projects a shortcut is read off the graph. "
                + "Undefined when the logits do not depend on the images.",
        };

    /// <inheritdoc/>
    public IReadOnlyList<Need> Needs { get; } = [Structure.Need];

    /// <inheritdoc/>
    public Score Score(Evidence evidence)
    {
        var network = evidence.Get(Structure.Need);
        if (DeadNetwork.ReasonOf(network) is { } reason)
        {
            return Scores.Score.Undefined(reason);
        }

        var shortcuts = ResidualShortcuts.Of(network);
        return Scores.Score.Of(
            Sum(
                network
                    .Steps.Where(step => !shortcuts.Contains(step.Index))
                    .Select(step => step.Operation)
                    .OfType<Convolution>()
            )
        );
    }

    /// <summary>Σ log(C_out k² / s²) over convolutions, log(k² / s²) where depthwise.</summary>
    public static double Sum(IEnumerable<Convolution> convolutions) =>
        convolutions.Sum(conv =>
        {
            var isDepthwise = conv.Groups > 1 && conv.Groups == conv.In && conv.In == conv.Out;
            var paths = (isDepthwise ? 1.0 : conv.Out) * conv.Kernel * conv.KernelWidth;
            return Math.Log(paths / ((double)conv.Stride * conv.Stride));
        });
}
