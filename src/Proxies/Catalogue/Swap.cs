using ZcBench.Proxies.Probe;
using ZcBench.Proxies.Probe.Observations;
using ZcBench.Scores;

namespace ZcBench.Proxies.Catalogue;

/// <summary>
/// How many different patterns the units of a network show over the samples of a minibatch.
/// </summary>
internal sealed class Swap : IProxy
{
    /// <inheritdoc/>
    public ProxyInfo Info { get; } =
        new()
        {
            Id = "swap",
            Title = "sample-wise activation patterns (SWAP)",
            Formula = "number of distinct rows of the units × samples matrix of ReLU signs",
            Paper = Papers.Swap,
            Reference = "pym1024/SWAP, swap without regularisation",
            Direction = Direction.HigherIsBetter,
            Input = InputKind.Minibatch,
            Init = InitKind.StandardNormal,
            BatchNorm = "batch statistics",
            Layers = "inputs of the ReLUs",
            LabelBudget = LabelBudget.Images,
            Version = 1,
            Cost = "one forward pass",
            Notes =
                "One repeat; the paper averages 32. Saturates at 2^N patterns: "
                + "a small minibatch cannot tell large networks apart. At most 128 samples.",
        };

    /// <inheritdoc/>
    public IReadOnlyList<Need> Needs { get; } = [ActivationPatterns.Need];

    /// <inheritdoc/>
    public Score Score(Evidence evidence) => Of(evidence.Get(ActivationPatterns.Need));

    /// <summary>The number of patterns, or why there is none.</summary>
    internal static Score Of(UnitPatternCount patterns) =>
        patterns.Distinct is 0 ? Scores.Score.Undefined(ActivationCodes.None)
        : patterns.Distinct is { } count ? Scores.Score.Of(count)
        : Scores.Score.Undefined("patterns of more than 128 samples are not counted; lower the batch");
}
