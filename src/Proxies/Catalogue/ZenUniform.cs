using ZcBench.Proxies.Probe;
using ZcBench.Proxies.Probe.Observations;
using ZcBench.Scores;

namespace ZcBench.Proxies.Catalogue;

/// <summary>
/// Zen-NAS's arithmetic on the default initialisation, with the run's two minibatches as image and direction.
/// </summary>
internal sealed class ZenUniform : IProxy
{
    /// <inheritdoc/>
    public ProxyInfo Info { get; } =
        new()
        {
            Id = "zen_uniform",
            Title = "Zen-NAS on default weights",
            Formula = "as zen, on the default initialisation and the run's minibatches",
            Paper = Papers.Zen,
            Reference = "idstcv/ZenNAS, compute_zen_score without its initialisation",
            Direction = Direction.HigherIsBetter,
            Input = InputKind.Minibatch,
            Init = InitKind.Default,
            BatchNorm = "batch statistics",
            Layers = "features before pooling, variances of batch norms",
            LabelBudget = LabelBudget.Images,
            Version = 1,
            Cost = "two forward passes",
        };

    /// <inheritdoc/>
    public IReadOnlyList<Need> Needs { get; } = [Perturbation.Need];

    /// <inheritdoc/>
    public Score Score(Evidence evidence) => ZenScore.Of(evidence.Get(Perturbation.Need));
}
