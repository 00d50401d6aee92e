using ZcBench.Proxies.Probe;
using ZcBench.Proxies.Probe.Observations;
using ZcBench.Scores;

namespace ZcBench.Proxies.Catalogue;

/// <summary>Number of edges that leave the input of a cell.</summary>
internal sealed class InputOutDegree : IProxy
{
    /// <inheritdoc/>
    public ProxyInfo Info { get; } =
        new()
        {
            Id = "input_out_degree",
            Title = "edges out of a cell's input",
            Formula = "|{edges out of the input of one cell}|",
            Paper = Papers.Zcbench,
            Reference = "cells counted by hand",
            Direction = Direction.HigherIsBetter,
            Input = InputKind.None,
            Init = InitKind.None,
            LabelBudget = LabelBudget.Structure,
            Version = 1,
            Cost = "no pass",
            Notes =
                "A counting baseline. An edge from the input straight to the output counts; "
                + "an edge 'none' does not.",
        };

    /// <inheritdoc/>
    public IReadOnlyList<Need> Needs { get; } = [Structure.Need];

    /// <inheritdoc/>
    public Score Score(Evidence evidence) =>
        evidence.Get(Structure.Need).InputOutDegree is { } degree
            ? Scores.Score.Of(degree)
            : Scores.Score.Undefined("the network has no single searched cell with one input");
}
