using ZcBench.Proxies.Engine;
using ZcBench.Proxies.Probe;
using ZcBench.Proxies.Probe.Observations;
using ZcBench.Scores;

namespace ZcBench.Proxies.Catalogue;

/// <summary>
/// How large gradients are against how much they change from one minibatch to another.
/// </summary>
internal sealed class Zico : IProxy
{
    /// <inheritdoc/>
    public ProxyInfo Info { get; } =
        new()
        {
            Id = "zico",
            Title = "mean over deviation of gradients (ZiCo)",
            Formula = "Σ_layers log Σ_i mean|g_i| / std(g_i) over two minibatches",
            Paper = Papers.Zico,
            Reference = "SLDGroup/ZiCo with gradients copied (its CPU path overwrites them)",
            Direction = Direction.HigherIsBetter,
            Input = InputKind.Minibatch,
            Init = InitKind.Default,
            BatchNorm = "batch statistics",
            Layers = "weights of convolutions and classifier",
            LabelBudget = LabelBudget.Labels,
            Version = 1,
            Cost = "two forward and two backward passes, the first shared",
            Notes =
                "Population deviation of two values, |g₁ − g₂|/2; "
                + "weights whose gradients agree exactly are left out, and so is a layer without any other. "
                + "Heavy-tailed: near-equal gradients dominate, "
                + "so single precision gives only its first digits.",
        };

    /// <inheritdoc/>
    public IReadOnlyList<Need> Needs { get; } = [LossGradients.Pairs];

    /// <inheritdoc/>
    public Score Score(Evidence evidence)
    {
        var sums = Numbers.Of(
            evidence.Get(LossGradients.Pairs).Layers.Select(pair => Ratio(pair.First, pair.Second))
        );
        return Scores.Score.Of(sums.Where(sum => sum > 0).Sum(Math.Log));
    }

    // (|a| + |b|) / |a − b| is mean over deviation; where a = b the ratio is left out.
    private static Tensor Ratio(Tensor a, Tensor b)
    {
        var difference = a.sub(b).abs();
        var equal = difference.eq(Scalars.Of(0));
        return a.abs()
            .add(b.abs(), Scalars.Of(1))
            .div(difference.masked_fill(equal, Scalars.Of(1)))
            .masked_fill(equal, Scalars.Of(0))
            .sum();
    }
}
