using ZcBench.Proxies.Probe;
using ZcBench.Scores;
using ZcBench.Supernets.Methods;

namespace ZcBench.Supernets.Untrained;

/// <summary>
/// How far a cell's operations agree with the others of their edges on where shared weights should go.
/// </summary>
internal sealed class OperationAgreement : IProxy
{
    /// <inheritdoc/>
    public ProxyInfo Info { get; } =
        new()
        {
            Id = "operation_agreement",
            Title = "gradient agreement of a cell's operations at initialisation (ours)",
            Formula =
                "Σ_edges mean over the other operations o′ of cos(g_o, g_o′), "
                + "g = ∂L/∂θ of shared weights with the edge's operation chosen hard",
            Paper = Papers.Matching,
            Reference = "ours, from the distance of skhu101/GM-NAS",
            Direction = Direction.HigherIsBetter,
            Input = InputKind.Minibatch,
            Init = InitKind.Default,
            BatchNorm = "batch statistics",
            Layers = "residual blocks and convolutions of the other edges",
            LabelBudget = LabelBudget.Labels,
            Version = 1,
            Cost = "thirty forward and backward passes of a small weight-sharing network, once for all",
            Notes =
                "Ours: the paper uses these gradients to split a network in training, not to score cells. "
                + "An untrained network with 8 channels and one cell a stage, equal shares, one minibatch. "
                + "Undefined for a space without a weight-sharing network.",
        };

    /// <inheritdoc/>
    public IReadOnlyList<Need> Needs { get; } = [OperationNeeds.Agreement];

    /// <inheritdoc/>
    public Score Score(Evidence evidence) =>
        evidence.Get(OperationNeeds.Agreement).Sum is { } sum
            ? Scores.Score.Of(sum)
            : Scores.Score.Undefined("the space has no weight-sharing network");
}
