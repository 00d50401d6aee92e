using ZcBench.Benchmarks.Blueprints;
using ZcBench.Proxies.Probe;
using ZcBench.Proxies.Probe.Observations;
using ZcBench.Scores;

namespace ZcBench.Proxies.Catalogue;

/// <summary>Number of convolutions in a cell.</summary>
internal sealed class ConvLayers : IProxy
{
    /// <inheritdoc/>
    public ProxyInfo Info { get; } =
        new()
        {
            Id = "conv_layers",
            Title = "convolutions in a cell",
            Formula = "|{convolutions of one cell}|",
            Paper = Papers.Zcbench,
            Reference = "cells counted by hand",
            Direction = Direction.HigherIsBetter,
            Input = InputKind.None,
            Init = InitKind.None,
            LabelBudget = LabelBudget.Structure,
            Version = 1,
            Cost = "no pass",
            Notes =
                "A counting baseline. On NAS-Bench-101 the projections count, "
                + "of which each edge out of the cell's input has one. Dead convolutions count too.",
        };

    /// <inheritdoc/>
    public IReadOnlyList<Need> Needs { get; } = [Structure.Need];

    /// <inheritdoc/>
    public Score Score(Evidence evidence) =>
        Scores.Score.Of(evidence.Get(Structure.Need).CellSteps.Count(step => step.Operation is Convolution));
}
