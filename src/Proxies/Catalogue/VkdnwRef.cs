using ZcBench.Proxies.Probe;
using ZcBench.Proxies.Probe.Observations;
using ZcBench.Scores;

namespace ZcBench.Proxies.Catalogue;

/// <summary>
/// The entropy of VKDNW as its code computes it.
/// </summary>
internal sealed class VkdnwRef : IProxy
{
    /// <inheritdoc/>
    public ProxyInfo Info { get; } =
        new()
        {
            Id = "vkdnw_ref",
            Title = "entropy of the Fisher spectrum, as VKDNW's code has it",
            Formula = "as vkdnw, on mean_n J_nᵀ Lᵀ L J_n, L lower triangular with L Lᵀ = diag π − π πᵀ",
            Paper = Papers.Vkdnw,
            Reference = "ondratybl/VKDNW, compute_nas_score with one number a tensor",
            Direction = Direction.HigherIsBetter,
            Input = InputKind.Noise,
            Init = InitKind.KaimingNormal,
            InitIsDefinition = true,
            NeedsDouble = true,
            BatchNorm = "mean 0 and variance 1",
            Layers = "the first number of each of the first 128 tensors of parameters",
            LabelBudget = LabelBudget.Noise,
            Version = 1,
            Cost = "a forward pass and a backward pass a class with per-sample products",
            Notes =
                "The code multiplies J by the Cholesky factor L where the Fisher matrix asks for Lᵀ, "
                + "and makes the smoothing of π in half precision, so that π adds up to 1.0002. It takes "
                + "p numbers of each tensor; its default of p = 0 selects none, and here p is 1, the "
                + "first number, as for the authors' MobileNet space. Everything else is as in vkdnw.",
        };

    /// <inheritdoc/>
    public IReadOnlyList<Need> Needs { get; } = [FisherSpectrum.OfCode];

    /// <inheritdoc/>
    public Score Score(Evidence evidence) => FisherEntropy.Of(evidence.Get(FisherSpectrum.OfCode));
}
