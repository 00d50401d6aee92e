using ZcBench.Proxies.Probe;
using ZcBench.Proxies.Probe.Observations;
using ZcBench.Scores;

namespace ZcBench.Proxies.Catalogue;

/// <summary>
/// Dextr as its authors' code computes it, over every module of the published network.
/// </summary>
internal sealed class Dextr : IProxy
{
    /// <inheritdoc/>
    public ProxyInfo Info { get; } =
        new()
        {
            Id = "dextr",
            Title = "singular values of modules and curvature of logits (Dextr, all modules)",
            Formula = "as dextr_layers, Σ over all modules of the published network",
            Paper = Papers.Dextr,
            Reference = "rohanasthana/Dextr on the network of AutoDL-Projects",
            Direction = Direction.HigherIsBetter,
            Input = InputKind.Minibatch,
            Init = InitKind.Default,
            NeedsDouble = true,
            BatchNorm = "statistics of the one image",
            Layers = "outputs of all modules, containers included; logits",
            LabelBudget = LabelBudget.Images,
            Version = 1,
            Cost = "a forward pass of one image and one of second-order numbers of a larger one",
            Notes =
                "A module that holds others yields what its last one yields, which then counts again; "
                + "the vectors of pooling, classifier and network count 1 each. So the score depends on "
                + "the tree of modules: this is the one of NAS-Bench-201 in AutoDL-Projects. The authors' "
                + "own model has five modules more. Undefined elsewhere, and where dextr_layers is; their "
                + "code falls back on A or on a number without meaning.",
        };

    /// <inheritdoc/>
    public IReadOnlyList<Need> Needs { get; } = [Structure.Need, SingularRatios.Need, CircleCurvature.Need];

    /// <inheritdoc/>
    public Score Score(Evidence evidence)
    {
        var modules = evidence.Get(Structure.Need).ModuleOutputs;
        return modules.IsEmpty
            ? Scores.Score.Undefined("the modules of the published network are not written down")
            : DextrScore.Of(evidence.Get(SingularRatios.Need), evidence.Get(CircleCurvature.Need), modules);
    }
}
