using ZcBench.Proxies.Probe;
using ZcBench.Proxies.Probe.Observations;
using ZcBench.Scores;

namespace ZcBench.Proxies.Catalogue;

/// <summary>
/// How far the gradients of single samples pull each weight the same way.
/// </summary>
internal sealed class GradSign : IProxy
{
    /// <inheritdoc/>
    public ProxyInfo Info { get; } =
        new()
        {
            Id = "gradsign",
            Title = "agreement of gradient signs (GradSign)",
            Formula = "Σ_i |Σ_n sign(∂ℓ_n/∂w_i)|",
            Paper = Papers.GradSign,
            Reference = "cmu-catalyst/GradSign, grad_conflict",
            Direction = Direction.HigherIsBetter,
            Input = InputKind.Minibatch,
            Init = InitKind.Default,
            BatchNorm = "statistics of each sample",
            Layers = "weights of convolutions and classifier",
            LabelBudget = LabelBudget.Labels,
            Version = 1,
            Cost = "one forward and one backward pass with per-sample products",
            Notes =
                "The reference runs N batches of one in training mode, "
                + "which normalises each sample over its own pixels; "
                + "one pass with per-sample statistics gives the same. "
                + "Undefined where an image has maps of one pixel, and where the network ends in batch norm: "
                + "the mean of a normalised map is constant, and so are the logits of every image.",
        };

    /// <inheritdoc/>
    public IReadOnlyList<Need> Needs { get; } = [SampleSigns.Need];

    /// <inheritdoc/>
    public Score Score(Evidence evidence) =>
        evidence.Get(SampleSigns.Need) switch
        {
            { Agreement: { } agreement } => Scores.Score.Of(agreement),
            { Reason: var reason } => Scores.Score.Undefined(reason),
        };
}
