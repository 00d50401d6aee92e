using ZcBench.Proxies.Probe;
using ZcBench.Scores;
using ZcBench.Supernets.Methods;

namespace ZcBench.Supernets.Untrained;

/// <summary>
/// What a cell's operations contribute, by Shapley values, to the isotropy of an untrained network that holds
/// all of them.
/// </summary>
internal sealed class OperationContribution : IProxy
{
    /// <inheritdoc/>
    public ProxyInfo Info { get; } =
        new()
        {
            Id = "operation_contribution",
            Title = "Shapley values of a cell's operations in a game of isotropy (ours)",
            Formula =
                "Σ_edges φ(edge, operation), φ = mean marginal over four orders of removal of v(S) "
                + "= az_expressivity of the weight-sharing network restricted to S",
            Paper = Papers.Shapley,
            Reference = "ours, from the estimate of Euphoria16/Shapley-NAS",
            Direction = Direction.HigherIsBetter,
            Input = InputKind.Noise,
            Init = InitKind.KaimingNormal,
            BatchNorm = "batch statistics",
            Layers = "outputs of the stages",
            LabelBudget = LabelBudget.Noise,
            Version = 1,
            Cost = "about a hundred forward passes of a small weight-sharing network, once for all",
            Notes =
                "Ours: the paper plays the game for validation accuracy of a trained network. "
                + "An untrained network with 8 channels and one cell a stage; "
                + "shares of what stays are not renormalised; the operation that yields zero contributes 0. "
                + "Undefined for a space without a weight-sharing network.",
        };

    /// <inheritdoc/>
    public IReadOnlyList<Need> Needs { get; } = [OperationNeeds.Contribution];

    /// <inheritdoc/>
    public Score Score(Evidence evidence) =>
        evidence.Get(OperationNeeds.Contribution).Sum is { } sum
            ? Scores.Score.Of(sum)
            : Scores.Score.Undefined("the space has no weight-sharing network");
}
