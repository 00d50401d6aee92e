using ZcBench.Proxies.Probe;
using ZcBench.Proxies.Probe.Observations;
using ZcBench.Scores;

namespace ZcBench.Proxies.Catalogue;

/// <summary>InTrain with the outputs of ReLUs as layers.</summary>
internal sealed class InTrainRelu : IProxy
{
    private readonly InTrain _ofLayers = new();

    /// <inheritdoc/>
    public ProxyInfo Info =>
        _ofLayers.Info with
        {
            Id = "intrain_relu",
            Title = "intrinsic trainability (InTrain), ReLUs",
            Layers = "outputs of ReLUs, dead ones included; all parameters",
            Notes =
                "As intrain, with the output of each ReLU module of the published network as a layer. "
                + "Undefined without ReLU and when the logits do not depend on the images.",
        };

    /// <inheritdoc/>
    public IReadOnlyList<Need> Needs => _ofLayers.Needs;

    /// <inheritdoc/>
    public Score Score(Evidence evidence)
    {
        var relus = evidence.Get(ActivationDimensions.Need).OfRelus;
        return DeadNetwork.ReasonOf(evidence.Get(Structure.Need)) is { } reason
                ? Scores.Score.Undefined(reason)
            : relus.Count == 0 ? Scores.Score.Undefined(ActivationCodes.None)
            : Scores.Score.Of(InTrain.Of(relus, evidence.Get(GradientHealth.Need).Parts));
    }
}
