using ZcBench.Proxies.Probe;
using ZcBench.Proxies.Probe.Observations;
using ZcBench.Scores;

namespace ZcBench.Proxies.Catalogue;

/// <summary>
/// The least gain in expressivity from one stage to the next.
/// </summary>
internal sealed class AzProgressivity : IProxy
{
    /// <inheritdoc/>
    public ProxyInfo Info { get; } =
        new()
        {
            Id = "az_progressivity",
            Title = "growth of isotropy along depth (AZ-NAS)",
            Formula = "min_i s_i − s_{i−1}, s = entropies of az_expressivity",
            Paper = Papers.AzNas,
            Reference = "cvlab-yonsei/AZ-NAS, progressivity",
            Direction = Direction.HigherIsBetter,
            Input = InputKind.Noise,
            Init = InitKind.KaimingNormal,
            BatchNorm = "batch statistics",
            Layers = "outputs of the stages",
            LabelBudget = LabelBudget.Noise,
            Version = 1,
            Cost = "none beside az_expressivity",
            Notes =
                "Zero, its largest value for a cell that passes its input on, is shared by all such cells.",
        };

    /// <inheritdoc/>
    public IReadOnlyList<Need> Needs { get; } = [StageSpectra.Need];

    /// <inheritdoc/>
    public Score Score(Evidence evidence)
    {
        var entropies = StageEntropy.Of(evidence.Get(StageSpectra.Need));
        return entropies is null ? Scores.Score.Undefined(StageEntropy.Constant)
            : entropies.Count < 2 ? Scores.Score.Undefined(StageEntropy.Few)
            : Scores.Score.Of(entropies.Zip(entropies.Skip(1), (before, after) => after - before).Min());
    }
}
