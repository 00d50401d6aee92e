using ZcBench.Proxies.Probe;
using ZcBench.Proxies.Probe.Observations;
using ZcBench.Scores;

namespace ZcBench.Proxies.Catalogue;

/// <summary>
/// How far the channels of each feature map are from being linear combinations of one another.
/// </summary>
internal sealed class Meco : IProxy
{
    /// <inheritdoc/>
    public ProxyInfo Info { get; } =
        new()
        {
            Id = "meco",
            Title = "smallest eigenvalue of channel correlations (MeCo)",
            Formula = "Σ over feature maps of λ_min(corr of channels) for one image",
            Paper = Papers.Meco,
            Reference = "definition of HamsterMimi/MeCo; its own sum depends on its module tree",
            Direction = Direction.HigherIsBetter,
            Input = InputKind.Minibatch,
            Init = InitKind.Default,
            BatchNorm = "statistics of the one image",
            Layers = "outputs of all operations",
            LabelBudget = LabelBudget.Images,
            Version = 1,
            Cost = "one forward pass of one image",
            Notes =
                "The reference hooks every module, containers too, so one feature map counts several times, "
                + "as often as the tree nests; here each operation's output counts once. "
                + "No golden value is comparable for that reason. "
                + "Rank-deficient maps contribute rounding noise near zero.",
        };

    /// <inheritdoc/>
    public IReadOnlyList<Need> Needs { get; } = [ChannelCorrelations.Need];

    /// <inheritdoc/>
    public Score Score(Evidence evidence) =>
        evidence.Get(ChannelCorrelations.Need) switch
        {
            { SmallestEigenvalues: { } smallest } => Scores.Score.Of(smallest.Sum()),
            { Reason: var reason } => Scores.Score.Undefined(reason),
        };
}
