using ZcBench.Proxies.Probe;
using ZcBench.Proxies.Probe.Observations;
using ZcBench.Scores;

namespace ZcBench.Proxies.Catalogue;

/// <summary>
/// Sum over layers of the Euclidean norm of the initial weights.
/// </summary>
internal sealed class L2Norm : IProxy
{
    /// <inheritdoc/>
    public ProxyInfo Info { get; } =
        new()
        {
            Id = "l2_norm",
            Title = "norm of the weights",
            Formula = "Σ_layers ‖W‖₂",
            Paper = Papers.ZeroCostNas,
            Reference = "SamsungLabs/zero-cost-nas, l2_norm",
            Direction = Direction.HigherIsBetter,
            Input = InputKind.None,
            Init = InitKind.Default,
            BatchNorm = "none",
            Layers = "weights of convolutions and classifier, dead ones included",
            LabelBudget = LabelBudget.Structure,
            Version = 1,
            Cost = "drawing the weights",
            Notes =
                "Says only how many layers of which size there are, dead ones included: "
                + "the weights are random.",
        };

    /// <inheritdoc/>
    public IReadOnlyList<Need> Needs { get; } = [AllWeights.Need];

    /// <inheritdoc/>
    public Score Score(Evidence evidence) =>
        Scores.Score.Of(
            Numbers.Of(evidence.Get(AllWeights.Need).Select(weight => weight.detach().norm())).Sum()
        );
}
