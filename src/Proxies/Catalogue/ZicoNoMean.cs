using ZcBench.Proxies.Engine;
using ZcBench.Proxies.Probe;
using ZcBench.Proxies.Probe.Observations;
using ZcBench.Scores;

namespace ZcBench.Proxies.Catalogue;

/// <summary>How little gradients change from one minibatch to another: ZiCo without the mean.</summary>
internal sealed class ZicoNoMean : IProxy
{
    /// <summary>Why there is no sum of logarithms.</summary>
    internal const string NoDeviation = "no gradient differs between the two minibatches";

    /// <inheritdoc/>
    public ProxyInfo Info { get; } =
        new()
        {
            Id = "zico_no_mean",
            Title = "inverse deviation of gradients (ZiCo without the mean)",
            Formula = "Σ_layers log Σ_i 1 / std(|g_i|) over two minibatches",
            Paper = Papers.LSwag,
            Reference =
                "none published; definition ours, on gradients by SLDGroup/ZiCo's collector "
                + "and checked against a second program",
            Direction = Direction.HigherIsBetter,
            Input = InputKind.Minibatch,
            Init = InitKind.Default,
            NeedsDouble = true,
            BatchNorm = "batch statistics",
            Layers = "weights of convolutions and classifier",
            LabelBudget = LabelBudget.Labels,
            Version = 1,
            Cost = "two forward and two backward passes (shared with zico and l_swag)",
            Notes =
                "The first factor of l_swag. Population deviation of two values, ||g₁| − |g₂||/2: "
                + "of absolute gradients, as L-SWAG's formula has it; ZiCo's code takes signed ones, "
                + "which gives 3 to 5 % less on NAS-Bench-201. "
                + "Weights without a deviation are left out, and so is a layer without any other. "
                + "The smallest deviations dominate the sum, and nothing scales them: "
                + "single precision keeps one digit, so it is computed in double precision. "
                + "Undefined when every layer is left out.",
        };

    /// <inheritdoc/>
    public IReadOnlyList<Need> Needs { get; } = [LossGradients.Pairs, Structure.Need];

    /// <inheritdoc/>
    public Score Score(Evidence evidence) =>
        DeadNetwork.ReasonOf(evidence.Get(Structure.Need)) is { } reason ? Scores.Score.Undefined(reason)
        : Trainability(evidence.Get(LossGradients.Pairs)) is { } sum ? Scores.Score.Of(sum)
        : Scores.Score.Undefined(NoDeviation);

    /// <summary>
    /// Σ_layers log Σ_i 1 / std(|g_i|), or of the signed gradients; null when every layer is left out.
    /// </summary>
    public static double? Trainability(GradientPairs pairs, bool isSigned = false)
    {
        var sums = Numbers.Of(
            pairs.Layers.Select(pair =>
                isSigned
                    ? InverseDeviations(pair.First, pair.Second)
                    : InverseDeviations(pair.First.abs(), pair.Second.abs())
            )
        );
        double[] counted = [.. sums.Where(sum => sum > 0)];
        return counted.Length == 0 ? null : counted.Sum(Math.Log);
    }

    // 2 / |a − b| where a and b differ.
    private static Tensor InverseDeviations(Tensor a, Tensor b)
    {
        var difference = a.sub(b).abs();
        return difference
            .reciprocal()
            .masked_fill(difference.eq(Scalars.Of(0)), Scalars.Of(0))
            .sum()
            .mul(Scalars.Of(2));
    }
}
