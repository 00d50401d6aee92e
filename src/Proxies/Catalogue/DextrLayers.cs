using ZcBench.Benchmarks.Blueprints;
using ZcBench.Proxies.Probe;
using ZcBench.Proxies.Probe.Observations;
using ZcBench.Scores;

namespace ZcBench.Proxies.Catalogue;

/// <summary>
/// How independent the channels of each layer's output are, and how sharply the logits turn along a circle of
/// images.
/// </summary>
internal sealed class DextrLayers : IProxy
{
    /// <inheritdoc/>
    public ProxyInfo Info { get; } =
        new()
        {
            Id = "dextr_layers",
            Title = "singular values of layers and curvature of logits (Dextr)",
            Formula =
                "A B / (A + B), A = ln(1 + Σ_layers σ_min / σ_max), B = ln(1 + κ), "
                + "κ = |v|⁻³ √(|v|² |a|² − (v · a)²) of x(θ) = u₁ cos θ + u₂ sin θ",
            Paper = Papers.Dextr,
            Reference = "own program: rohanasthana/Dextr with each layer once",
            Direction = Direction.HigherIsBetter,
            Input = InputKind.Minibatch,
            Init = InitKind.Default,
            NeedsDouble = true,
            BatchNorm = "statistics of the one image",
            Layers = "outputs of convolutions, batch norms and activations; logits",
            LabelBudget = LabelBudget.Images,
            Version = 1,
            Cost = "a forward pass of one image and one of second-order numbers of a larger one",
            Notes =
                "σ are the singular values of the output of the first image of the minibatch, channels "
                + "by pixels, as many as there are of the fewer. v and a are the first and second "
                + "derivative at θ = 0 of ten logits drawn with replacement, of one image of 64 x 64 "
                + "pixels whatever the task's images are; u₁ and u₂ span a random plane, each with its "
                + "largest entry positive. The authors sum over all modules, containers included (dextr), "
                + "so that their score depends on how a network is written down. Undefined where there is "
                + "no curvature, where no path leads to the logits and where batch norm leaves nothing of "
                + "a single image.",
        };

    /// <inheritdoc/>
    public IReadOnlyList<Need> Needs { get; } = [Structure.Need, SingularRatios.Need, CircleCurvature.Need];

    /// <inheritdoc/>
    public Score Score(Evidence evidence)
    {
        var network = evidence.Get(Structure.Need);
        return DextrScore.Of(
            evidence.Get(SingularRatios.Need),
            evidence.Get(CircleCurvature.Need),
            LayerModules.Of(network).Where(step => network.Steps[step].Operation is not Classifier)
        );
    }
}
