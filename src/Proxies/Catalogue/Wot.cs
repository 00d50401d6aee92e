using ZcBench.Proxies.Kernels;
using ZcBench.Proxies.Probe;
using ZcBench.Proxies.Probe.Observations;
using ZcBench.Scores;

namespace ZcBench.Proxies.Catalogue;

/// <summary>
/// WOT, neural architecture search without training: how well the ReLUs of an untrained network tell the
/// samples of a minibatch apart, log |det K| with K = Σ_r (c_r c_rᵀ + (1 − c_r)(1 − c_r)ᵀ).
/// </summary>
internal sealed class Wot : IProxy
{
    /// <inheritdoc/>
    public ProxyInfo Info { get; } =
        new()
        {
            Id = "wot",
            Title = "WOT (NASWOT), log-determinant of activation agreement",
            Formula = "log |det K|, K = Σ_r (c_r c_rᵀ + (1 − c_r)(1 − c_r)ᵀ), c_r = 1[input of ReLU r > 0]",
            Paper = Papers.Wot,
            Reference = "BayesWatch/nas-without-training, hook_logdet",
            Direction = Direction.HigherIsBetter,
            Input = InputKind.Minibatch,
            Init = InitKind.Default,
            BatchNorm = "batch statistics",
            Layers = "inputs of the ReLUs, the published ReLUConvBN twice",
            LabelBudget = LabelBudget.Images,
            Version = 1,
            Cost = "one forward pass",
            Notes =
                "The reference hooks every module whose type name contains 'ReLU'. "
                + "In the official NAS-Bench-201 network that is the module ReLUConvBN as well as the ReLU "
                + "inside it, so every unit but those of the last ReLU counts twice; "
                + "the published scores do, and so does this one. It drops a ReLU that no gradient passes, "
                + "but an edge 'none' of that network multiplies by zero and passes a zero gradient: "
                + "ReLUs on dead branches count, and wot equals nwot there. "
                + "Undefined when two samples share a code (the reference returns minus infinity).",
        };

    /// <inheritdoc/>
    public IReadOnlyList<Need> Needs { get; } = [ActivationAgreement.Need];

    /// <inheritdoc/>
    public Score Score(Evidence evidence) => Of(evidence.Get(ActivationAgreement.Need));

    /// <summary>log |det K|, or why there is none.</summary>
    internal static Score Of(AgreementKernel kernel) =>
        kernel.Units == 0 ? Scores.Score.Undefined(ActivationCodes.None)
        : kernel.HasEqualCodes() ? Scores.Score.Undefined(ActivationCodes.EqualCodes)
        : Scores.Score.Of(kernel.LogDeterminant());
}
