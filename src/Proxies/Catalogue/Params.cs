using ZcBench.Proxies.Probe;
using ZcBench.Proxies.Probe.Observations;
using ZcBench.Scores;

namespace ZcBench.Proxies.Catalogue;

/// <summary>
/// Number of trainable parameters: convolutions, scale and shift of batch norm, classifier.
/// </summary>
internal sealed class Params : IProxy
{
    /// <inheritdoc/>
    public ProxyInfo Info { get; } =
        new()
        {
            Id = "params",
            Title = "number of trainable parameters",
            Formula = "Σ_layers |W| + |b|, batch norm scale and shift included",
            Paper = Papers.SuiteZero,
            Reference = "D-X-Y/AutoDL-Projects, count_parameters",
            Direction = Direction.HigherIsBetter,
            Input = InputKind.None,
            Init = InitKind.None,
            BatchNorm = "none",
            Layers = "all parameters",
            LabelBudget = LabelBudget.Structure,
            Version = 1,
            Cost = "no pass",
            Notes = "Convolutions on dead branches count, as in the benchmark.",
        };

    /// <inheritdoc/>
    public IReadOnlyList<Need> Needs { get; } = [Structure.Need];

    /// <inheritdoc/>
    public Score Score(Evidence evidence) => Scores.Score.Of(evidence.Get(Structure.Need).Parameters);
}
