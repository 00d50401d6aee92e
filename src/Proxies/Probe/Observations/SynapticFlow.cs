using ZcBench.Proxies.Engine;
using ZcBench.Proxies.Networks;
using ZcBench.Proxies.Population;

namespace ZcBench.Proxies.Probe.Observations;

/// <summary>
/// What flows through the network of absolute weights when its input is one image of ones: R = Σ of the
/// logits, in double precision whatever the run's precision is.
/// </summary>
/// <param name="Flow">Σ |w ∂R/∂w| over all weights.</param>
/// <param name="LogFlow">Σ |w| log(1 + ∂R/∂w) over all weights.</param>
public sealed record SynapticFlow(double Flow, double LogFlow)
{
    /// <summary>Why nothing flows, so that nothing was computed; null where something does.</summary>
    public string? Reason { get; private init; }

    /// <summary>With batch norm left out.</summary>
    public static Need<SynapticFlow> WithoutNorm { get; } =
        new(
            "flow",
            "forward and backward pass of one image of ones, absolute weights, no batch norm",
            [],
            session => Run(session, new NoNormalisation())
        )
        {
            Selects = StepSelection.Logits,
            Passes = 0.2,
            HoldsWeights = 12,
        };

    /// <summary>
    /// With batch norm in training mode on the one image. A channel of an image of ones is often constant,
    /// and dividing by its deviation divides by √10⁻⁵ what is rounding: networks are looked at one by one.
    /// </summary>
    public static Need<SynapticFlow> WithNorm { get; } =
        new(
            "norm_flow",
            "forward and backward pass of one image of ones, absolute weights",
            [],
            session =>
                session.Blueprints.Select(NormRule.OfImageLogits).FirstOrDefault(reason => reason is not null)
                    is { } reason
                    ? session.ForAll(new SynapticFlow(double.NaN, double.NaN) { Reason = reason })
                    : Run(session, BatchStatistics.Instance)
        )
        {
            Selects = StepSelection.Logits,
            IsOneByOne = true,
            Passes = 0.2,
            HoldsWeights = 12,
        };

    private static IReadOnlyList<SynapticFlow> Run(Session session, INormalisation normalisation)
    {
        using var scope = torch.NewDisposeScope();
        var placement = new Placement(session.Settings.Placement.Device, torch.float64);
        using var network = session.Network.With(placement, weight => Numbers.Wide(weight.abs()));
        var image = session.Settings.Task.Image;
        var ones = torch.ones(
            [1, image.Channels, image.Height, image.Width],
            dtype: torch.float64,
            device: placement.Device
        );
        var layers = new Layers(network);
        var needed = network.Schedule.Needed(StepSelection.Logits);
        var logits = network.Forward(network.Inputs(ones), needed, layers, normalisation)!;
        var gradients = Gradients.Of(logits.sum(), layers.Weights);
        using var values = torch.no_grad();
        var flows = new List<Tensor>();
        var logs = new List<Tensor>();
        foreach (var (layer, gradient) in layers.All.Zip(gradients))
        {
            // As few copies as possible: a fully connected layer can be most of a network.
            using var copies = torch.NewDisposeScope();
            flows.Add(Sums(layer.Step, layer.Weight.mul(gradient)).MoveToOuterDisposeScope());
            gradient.add_(Scalars.Of(1), Scalars.Of(1)).log_().mul_(layer.Weight);
            logs.Add(Sums(layer.Step, gradient).MoveToOuterDisposeScope());
        }

        double[][] flow = [.. flows.Select(Numbers.All)];
        double[][] log = [.. logs.Select(Numbers.All)];
        return
        [
            .. layers
                .ByMember((_, index, position) => (Flow: flow[index][position], Log: log[index][position]))
                .Select(parts => new SynapticFlow(parts.Sum(part => part.Flow), parts.Sum(part => part.Log))),
        ];
    }

    // For each slot, Σ |x| over its weights.
    private static Tensor Sums(GroupedStep step, Tensor products) =>
        step.WeightRows(products).abs_().sum([1L]);
}
