using ZcBench.Proxies.Probe;
using ZcBench.Proxies.Probe.Observations;
using ZcBench.Scores;

namespace ZcBench.Proxies.Catalogue;

/// <summary>Stable ranks of what batch norm yields, times how spread the weights are.</summary>
internal sealed class Apd : IProxy
{
    /// <inheritdoc/>
    public ProxyInfo Info { get; } =
        new()
        {
            Id = "apd",
            Title = "stable ranks times weight spread (automated proxy discovery)",
            Formula = "Σ_norms ‖M‖_F² / ‖M‖₂² · Σ_convolutions ‖w‖₁ / ‖w‖₂, M = output as C × (N H W)",
            Paper = Papers.Apd,
            Reference = "none published; definition ours, checked against a second program",
            Direction = Direction.HigherIsBetter,
            Input = InputKind.Minibatch,
            Init = InitKind.Default,
            BatchNorm = "batch statistics",
            Layers = "outputs of batch norm and weights of convolutions, dead ones included",
            LabelBudget = LabelBudget.TunedOnAccuracies,
            Version = 1,
            Cost = "one forward pass and a matrix of channel products for each batch norm",
            Notes =
                "A language model found the formula by its correlation with accuracies of NAS-Bench-201. "
                + "M is not centred, and 0 where all of it is 0. "
                + "In training mode the first factor adds up C over the largest eigenvalue "
                + "of the channels' correlations. "
                + "With uniform weights the second is about 0.87 √n for each convolution of n weights, "
                + "which says structure only, and dead convolutions count in it. "
                + "Undefined without batch norm and when the logits do not depend on the images.",
        };

    /// <inheritdoc/>
    public IReadOnlyList<Need> Needs { get; } = [NormRanks.Need, AllWeights.Need, Structure.Need];

    /// <inheritdoc/>
    public Score Score(Evidence evidence)
    {
        var ranks = evidence.Get(NormRanks.Need).Ranks;
        return DeadNetwork.ReasonOf(evidence.Get(Structure.Need)) is { } reason
                ? Scores.Score.Undefined(reason)
            : ranks.Count == 0 ? Scores.Score.Undefined("the network has no batch norm")
            : Scores.Score.Of(
                ranks.Sum() * Spread(evidence.Get(AllWeights.Need).Where(weight => weight.ndim == 4))
            );
    }

    /// <summary>Σ ‖w‖₁ / ‖w‖₂ over weights; one of zeros adds 0.</summary>
    public static double Spread(IEnumerable<Tensor> weights)
    {
        Tensor[] wide = [.. weights.Select(weight => Numbers.Wide(weight.detach()))];
        var sums = Numbers.Of(wide.Select(weight => weight.norm(1f)));
        var lengths = Numbers.Of(wide.Select(weight => weight.norm()));
        return sums.Zip(lengths, (sum, length) => length > 0 ? sum / length : 0).Sum();
    }
}
