using ZcBench.Proxies.Probe;
using ZcBench.Proxies.Probe.Observations;
using ZcBench.Scores;

namespace ZcBench.Proxies.Catalogue;

/// <summary>
/// The second atom of WOT: how well the units distinguish the samples, free of how many there are, log |det
/// K̂| / N with K̂ = K / N_A.
/// </summary>
internal sealed class DasDistinct : IProxy
{
    /// <inheritdoc/>
    public ProxyInfo Info { get; } =
        new()
        {
            Id = "das_distinct",
            Title = "distinguishing ability (second atom of WOT)",
            Formula =
                "log |det K̂| / N, K̂_ij = 1 − d_ij / N_A, d = Hamming distance of the activation codes",
            Paper = Papers.Das,
            Reference = "own derivation; log|K| = N log N_A + log|K̂| is checked as a property",
            Direction = Direction.HigherIsBetter,
            Input = InputKind.Minibatch,
            Init = InitKind.Default,
            BatchNorm = "batch statistics",
            Layers = "inputs of all ReLUs, dead branches included, as often as wot reads them",
            LabelBudget = LabelBudget.Images,
            Version = 1,
            Cost = "one forward pass (shared with wot)",
            Notes =
                "At most 0, by Hadamard's inequality; independent random codes would give ((N − 1) "
                + "log ½ + log((N + 1)/2)) / N. Undefined when two samples share a code.",
        };

    /// <inheritdoc/>
    public IReadOnlyList<Need> Needs { get; } = [ActivationAgreement.Need];

    /// <inheritdoc/>
    public Score Score(Evidence evidence)
    {
        var kernel = evidence.Get(ActivationAgreement.Need);
        return kernel.Units == 0 ? Scores.Score.Undefined(ActivationCodes.None)
            : kernel.HasEqualCodes() ? Scores.Score.Undefined(ActivationCodes.EqualCodes)
            : Scores.Score.Of(kernel.LogDeterminantNormalised() / kernel.Samples);
    }
}
