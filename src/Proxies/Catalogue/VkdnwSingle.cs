using ZcBench.Proxies.Probe;
using ZcBench.Proxies.Probe.Observations;
using ZcBench.Scores;

namespace ZcBench.Proxies.Catalogue;

/// <summary>
/// VKDNW's score of one network: how many tensors of parameters it has, ties broken by the entropy.
/// </summary>
internal sealed class VkdnwSingle : IProxy
{
    /// <inheritdoc/>
    public ProxyInfo Info { get; } =
        new()
        {
            Id = "vkdnw_single",
            Title = "layers and entropy of the Fisher spectrum (VKDNW_single)",
            Formula = "ℵ + entropy, ℵ = layer_count and the entropy of vkdnw_ref",
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
            Cost = "that of vkdnw_ref",
            Notes =
                "The entropy is below log 9 = 2.2 and a convolution with its batch norm adds 3 to ℵ, on "
                + "NAS-Bench-201 45 in all cells: so this orders by the number of layers, and only equal "
                + "ones by the entropy.",
        };

    /// <inheritdoc/>
    public IReadOnlyList<Need> Needs { get; } = [Structure.Need, FisherSpectrum.OfCode];

    /// <inheritdoc/>
    public Score Score(Evidence evidence) =>
        FisherEntropy.Of(
            evidence.Get(FisherSpectrum.OfCode),
            plus: evidence.Get(Structure.Need).ParameterTensors.Count()
        );
}
