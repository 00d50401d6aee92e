using ZcBench.Proxies.Probe;
using ZcBench.Proxies.Probe.Observations;
using ZcBench.Scores;

namespace ZcBench.Proxies.Catalogue;

/// <summary>How steady gradients are, times how many activation patterns the units show.</summary>
internal sealed class LSwag : IProxy
{
    /// <inheritdoc/>
    public ProxyInfo Info { get; } =
        new()
        {
            Id = "l_swag",
            Title = "layer-wise gradients and activation patterns (L-SWAG), all layers",
            Formula =
                "Λ Ψ, Λ = Σ_layers log Σ_i 1 / std(|g_i|) over two minibatches, Ψ = distinct unit patterns",
            Paper = Papers.LSwag,
            Reference = "none published; definition ours, its factors checked as zico_no_mean and swap",
            Direction = Direction.HigherIsBetter,
            Input = InputKind.Minibatch,
            Init = InitKind.Default,
            NeedsDouble = true,
            BatchNorm = "batch statistics",
            Layers = "weights of convolutions and classifier; inputs of the ReLUs",
            LabelBudget = LabelBudget.Labels,
            Version = 1,
            Cost = "two forward and two backward passes (shared with zico_no_mean)",
            Notes =
                "The paper's window of layers is chosen by looking at accuracies; here all layers count, "
                + "in one repeat where the paper averages five. "
                + "Λ is a sum of logarithms, which large gradients can make negative; "
                + "the product then ranks nothing. Ψ saturates as swap does. "
                + "Undefined where zico_no_mean or swap is. Computed in double precision.",
        };

    /// <inheritdoc/>
    public IReadOnlyList<Need> Needs { get; } =
    [LossGradients.Pairs, ActivationPatterns.Need, Structure.Need];

    /// <inheritdoc/>
    public Score Score(Evidence evidence)
    {
        if (DeadNetwork.ReasonOf(evidence.Get(Structure.Need)) is { } reason)
        {
            return Scores.Score.Undefined(reason);
        }

        var patterns = Swap.Of(evidence.Get(ActivationPatterns.Need));
        return !patterns.IsDefined ? patterns
            : ZicoNoMean.Trainability(evidence.Get(LossGradients.Pairs)) is { } sum
                ? Scores.Score.Of(sum * patterns.Value)
            : Scores.Score.Undefined(ZicoNoMean.NoDeviation);
    }
}
