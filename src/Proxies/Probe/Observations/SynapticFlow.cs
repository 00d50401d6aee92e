using ZcBench.Proxies.Networks;

namespace ZcBench.Proxies.Probe.Observations;

/// <summary>
/// What flows through the network of absolute weights when its input is one image of ones: R = Σ of the
/// logits, in double precision whatever the run's precision is.
/// </summary>
/// <param name="Flow">Σ |w ∂R/∂w| over all weights.</param>
/// <param name="LogFlow">Σ |w| log(1 + ∂R/∂w) over all weights.</param>
public sealed record SynapticFlow(double Flow, double LogFlow)
{
    /// <summary>With batch norm left out.</summary>
    internal static SynapticFlow WithoutNorm(Session session) => Run(session, new NoNormalisation());

    /// <summary>With batch norm in training mode on the one image.</summary>
    internal static SynapticFlow WithNorm(Session session) => Run(session, BatchStatistics.Instance);

    private static SynapticFlow Run(Session session, INormalisation normalisation)
    {
        using var scope = torch.NewDisposeScope();
        var placement = new Placement(session.Settings.Placement.Device, torch.float64);
        using var network = session.Network.With(placement, weight => Numbers.Wide(weight.abs()));
        var image = session.Settings.Task.Image;
        var input = torch.ones(
            [1, image.Channels, image.Height, image.Width],
            dtype: torch.float64,
            device: placement.Device
        );
        var layers = new LayerCollector(network, keepNorms: false);
        var needed = session.Blueprint.NeededForLogits();
        var logits = network.Forward(input, needed, layers, normalisation)!;
        var gradients = Gradients.Of(logits.sum(), [.. layers.Taps.Select(tap => tap.Weight)]);
        var flows = new List<Tensor>();
        var logs = new List<Tensor>();
        using var values = torch.no_grad();
        foreach (var (tap, gradient) in layers.Taps.Zip(gradients))
        {
            flows.Add(tap.Weight.mul(gradient).abs().sum());
            logs.Add(tap.Weight.mul(gradient.add(1).log()).abs().sum());
        }

        return new(Numbers.Of(flows).Sum(), Numbers.Of(logs).Sum());
    }
}
