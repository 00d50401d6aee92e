using ZcBench.Benchmarks.Blueprints;
using ZcBench.Proxies.Probe;
using ZcBench.Proxies.Probe.Observations;
using ZcBench.Scores;

namespace ZcBench.Proxies.Catalogue;

/// <summary>Number of 3x3 convolutions in a cell.</summary>
internal sealed class Conv3x3Count : IProxy
{
    /// <inheritdoc/>
    public ProxyInfo Info { get; } =
        new()
        {
            Id = "conv3x3_count",
            Title = "3x3 convolutions in a cell",
            Formula = "|{3x3 convolutions of one cell}|",
            Paper = Papers.Zcbench,
            Reference = "cells counted by hand",
            Direction = Direction.HigherIsBetter,
            Input = InputKind.None,
            Init = InitKind.None,
            LabelBudget = LabelBudget.Structure,
            Version = 1,
            Cost = "no pass",
            Notes = "A counting baseline. Dead convolutions count too.",
        };

    /// <inheritdoc/>
    public IReadOnlyList<Need> Needs { get; } = [Structure.Need];

    /// <inheritdoc/>
    public Score Score(Evidence evidence) =>
        Scores.Score.Of(
            evidence.Get(Structure.Need).CellSteps.Count(step => step.Operation is Convolution { Kernel: 3 })
        );
}
