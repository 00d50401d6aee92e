using ZcBench.Proxies.Probe;
using ZcBench.Proxies.Probe.Observations;
using ZcBench.Scores;

namespace ZcBench.Proxies.Catalogue;

/// <summary>
/// How evenly the Fisher information of a few parameters is spread, by the paper's matrix.
/// </summary>
internal sealed class Vkdnw : IProxy
{
    /// <inheritdoc/>
    public ProxyInfo Info { get; } =
        new()
        {
            Id = "vkdnw",
            Title = "entropy of the Fisher spectrum (VKDNW)",
            Formula =
                "−Σ p log(p + 10⁻¹⁰), p = deciles / (Σ deciles + 10⁻¹⁰) of the eigenvalues of "
                + "mean_n J_nᵀ (diag π_n − π_n π_nᵀ) J_n, π = 0.95 softmax(f) + 0.05 / K",
            Paper = Papers.Vkdnw,
            Reference = "own program on the network of ondratybl/VKDNW",
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
                "J_n is the derivative of the logits of a sample with respect to the first number of "
                + "each tensor of parameters: weights, biases, batch norm scales and shifts, in the order "
                + "of the network and at most 128 of them. Batch norm is that of evaluation mode before "
                + "any training, after training too. Tensors of dead branches have zero rows, but for the "
                + "shift of a batch norm that sees only zeros and reaches the logits; a network from a "
                + "file has lost such branches. Kaiming weights are part of the definition: with the "
                + "default ones the signal of deep networks falls below the 10⁻¹⁰ in the denominator. "
                + "Deciles beyond the rank are noise, but so small that the entropy stands; undefined "
                + "where all are, and where no path leads to the logits. The authors' code computes "
                + "another matrix: vkdnw_ref.",
        };

    /// <inheritdoc/>
    public IReadOnlyList<Need> Needs { get; } = [FisherSpectrum.OfPaper];

    /// <inheritdoc/>
    public Score Score(Evidence evidence) => FisherEntropy.Of(evidence.Get(FisherSpectrum.OfPaper));
}
