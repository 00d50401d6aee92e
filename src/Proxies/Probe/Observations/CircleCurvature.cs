using ZcBench.Benchmarks;
using ZcBench.Benchmarks.Blueprints;
using ZcBench.Benchmarks.Randomness;
using ZcBench.Proxies.Kernels;
using ZcBench.Proxies.Population;

namespace ZcBench.Proxies.Probe.Observations;

/// <summary>
/// How the logits move as the image x(θ) = u₁ cos θ + u₂ sin θ runs along a circle in the space of images of
/// 64 x 64 pixels, at θ = 0: the first and second derivatives of ten logits that are drawn.
/// </summary>
/// <param name="Velocity">v, the first derivatives; null where there are none.</param>
/// <param name="Acceleration">a, the second derivatives.</param>
/// <param name="Reason">Why there are none.</param>
public sealed record CircleCurvature(
    IReadOnlyList<double>? Velocity,
    IReadOnlyList<double> Acceleration,
    string Reason = ""
)
{
    private const int Side = 64;
    private const int Logits = 10;

    // The image, its two first derivatives and its second one.
    private const int Parts = 4;

    /// <summary>Derivatives along the circle.</summary>
    public static Need<CircleCurvature> Need { get; } =
        new("circle_curvature", "forward pass of second-order numbers of one image of 64x64 pixels", [], Run)
        {
            Passes = 1,
            HoldsPixels = Parts * Side * Side,
            HoldsWeights = 1,
        };

    /// <summary>The curvature κ = |v|⁻³ √(|v|² |a|² − (v · a)²); not a number where v is 0.</summary>
    public double Curvature
    {
        get
        {
            var (vv, va, aa) = (
                Dot(Velocity!, Velocity!),
                Dot(Velocity!, Acceleration),
                Dot(Acceleration, Acceleration)
            );
            return Math.Pow(vv, -1.5) * Math.Sqrt(Math.Max(0, vv * aa - va * va));
        }
    }

    // The networks are built anew for images of that size; their weights are those of the session.
    private static IReadOnlyList<CircleCurvature> Run(Session session)
    {
        var built = session.Architectures.Select(one => Build(one, session.Settings.Task)).ToList();
        int[] members =
        [
            .. built.Index().Where(item => item.Item.Network is not null).Select(item => item.Index),
        ];
        var found = new CircleCurvature[built.Count];
        foreach (var (member, (_, reason)) in built.Index())
        {
            found[member] = new(null, [], reason);
        }

        if (members.Length == 0)
        {
            return found;
        }

        using var scope = torch.NewDisposeScope();
        using var gradients = torch.no_grad();
        using var network = PopulationNetwork.Create(
            Schedule.Of([.. members.Select(member => built[member].Network!)], [StepSelection.Logits]),
            new ChosenWeights(session.Weights, members),
            session.Settings.Placement
        );
        var derivatives = Derivatives(session, network);
        var random = new CounterRandom(session.Settings.Seed, "dextr/coordinates");
        int[] chosen =
        [
            .. Enumerable.Range(0, Logits).Select(j => (int)random.Below(j, session.Settings.Task.Classes)),
        ];
        foreach (var (index, member) in members.Index())
        {
            var (first, second) = (Of(1, index), Of(3, index));
            found[member] = new([.. chosen.Select(j => first[j])], [.. chosen.Select(j => second[j])]);
        }

        return found;

        double[] Of(int part, int index) => Numbers.All(derivatives.select(0, part).select(0, index));
    }

    // [4, P, classes].
    private static Tensor Derivatives(Session session, PopulationNetwork network)
    {
        var channels = session.Settings.Task.Image.Channels;
        var basis = session.Kept(Need, () => CircleBasis.Draw(session.Settings.Seed, channels * Side * Side));
        var placement = session.Settings.Placement;
        double[] backwards = [.. basis.First.Select(value => -value)];
        using var numbers = torch.tensor(
            [.. basis.First, .. basis.Second, .. basis.Second, .. backwards],
            [Parts, channels, Side, Side]
        );
        var quad = Networks.Placement.Laid(numbers.to(placement.DType, placement.Device, copy: true));
        return Observations
            .Curvature.Logits(network, quad, gradientOf: null)
            .reshape(Parts, network.Schedule.Members.Count, -1);
    }

    private static (Blueprint? Network, string Reason) Build(Architecture architecture, ImageTask task)
    {
        try
        {
            var network = SearchSpaces.Named(architecture.Space).Build(architecture, task.OfSide(Side));
            var reason = network.ReachesLogits(0) ? NormRule.OfImageLogits(network) : Unreached.Reason;
            return reason is null ? (network, "") : (null, reason);
        }
        catch (UserError error)
        {
            return (null, $"the network takes no images of {Side} x {Side} pixels: {error.Message}");
        }
    }

    private static double Dot(IReadOnlyList<double> one, IReadOnlyList<double> other) =>
        one.Zip(other, (a, b) => a * b).Sum();
}
