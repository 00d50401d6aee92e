using ZcBench.Benchmarks.Blueprints;
using ZcBench.Proxies.Engine;
using ZcBench.Proxies.Population;

namespace ZcBench.Proxies.Probe.Observations;

/// <summary>How evenly the loss gradient is spread within each parameter tensor.</summary>
/// <param name="Parts">
/// min(1, sd(g) / (max |g| + 10⁻¹⁰)) for each weight, bias, batch norm scale and shift that the loss depends
/// on, sd with divisor n, in no order; those that it does not depend on would add 0. 0 where max |g| is not
/// above 10⁻¹² of the network's largest gradient.
/// </param>
public sealed record GradientHealth(IReadOnlyList<double> Parts)
{
    private const double Floor = 1e-10;

    // Gradients this much smaller than the network's largest vanish in exact arithmetic; what is computed is
    // rounding, which large gradients lift above the floor.
    private const double Noise = 1e-12;

    /// <summary>
    /// Spread of the loss gradient in every parameter tensor. A batch norm whose input is known to be zero
    /// has a shift with a gradient.
    /// </summary>
    public static Need<GradientHealth> Need { get; } =
        new(
            "gradient_health",
            "the same backward pass to all parameters",
            [LossGradients.OfLayers, Parameters.Need],
            Run
        )
        {
            ComputesZeros = true,
        };

    /// <summary>Of gradients [G, numbers] the part of each of the G.</summary>
    internal static Tensor Of(Tensor gradients)
    {
        using var scope = torch.NewDisposeScope();
        var deviation = gradients.sub(gradients.mean([1], keepdim: true)).pow(Scalars.Of(2)).mean([1]).sqrt();
        var largest = gradients.abs().amax([1]).add(Scalars.Of(Floor), Scalars.Of(1));
        return Numbers.Wide(deviation.div(largest)).clamp(max: Scalars.Of(1)).MoveToOuterDisposeScope();
    }

    private static IReadOnlyList<GradientHealth> Run(Session session)
    {
        using var scope = torch.NewDisposeScope();
        using var gradients = torch.no_grad();
        var weights = session.Get(LossGradients.OfLayers)[0];
        var others = session.Get(Parameters.Need)[0];
        var all = weights
            .Layers.All.Select(layer => layer.Step)
            .Zip(weights.Found)
            .Concat(others.Steps.Zip(weights.Read[others]))
            .ToList();
        var members = session.Blueprints.Select(_ => new List<(double Part, double Largest)>()).ToList();
        if (all.Count > 0)
        {
            var rows = all.Select(item => item.First.WeightRows(item.Second)).ToList();
            var parts = Numbers.All(torch.cat([.. rows.Select(Of)]));
            var largest = Numbers.All(torch.cat([.. rows.Select(row => row.abs().amax([1]))]));
            foreach (var (slot, part, most) in all.SelectMany(item => item.First.Slots).Zip(parts, largest))
            {
                members[slot.Member].Add((part, most));
            }
        }

        return [.. members.Select(parts => new GradientHealth(WithoutNoise(parts)))];
    }

    private static double[] WithoutNoise(List<(double Part, double Largest)> parts)
    {
        var least = Noise * parts.Select(part => part.Largest).DefaultIfEmpty().Max();
        return [.. parts.Select(part => part.Largest > least ? part.Part : 0)];
    }

    /// <summary>The parameters beside the layers' weights that the logits depend on.</summary>
    private sealed class Parameters(Session session) : IWatcher<Parameters>, IGradientReader
    {
        private readonly List<GroupedStep> _seen = [];
        private IReadOnlyList<(GroupedStep Step, Tensor Parameter)>? _all;

        public static Need<Parameters> Need { get; } =
            new(
                "parameters",
                "biases, and scales and shifts of batch norm",
                watch: session => new Parameters(session)
            )
            {
                Selects = StepSelection.Logits,
                Differentiates = true,
                DifferentiatesNorms = true,
            };

        public IEnumerable<GroupedStep> Steps => All.Select(item => item.Step);

        public IReadOnlyList<Tensor> Targets => [.. All.Select(item => item.Parameter)];

        // Scales and shifts are known when the pass is over.
        private IReadOnlyList<(GroupedStep Step, Tensor Parameter)> All =>
            _all ??= [.. _seen.SelectMany(step => Of(step).Select(parameter => (step, parameter)))];

        public void Computed(GroupedStep step, IReadOnlyList<Tensor> inputs, Tensor value)
        {
            if (session.Schedule.IsIn(step, StepSelection.Logits))
            {
                _seen.Add(step);
            }
        }

        public IReadOnlyList<Parameters> Seen() => session.ForAll(this);

        private IEnumerable<Tensor> Of(GroupedStep step)
        {
            var (scale, shift) =
                step.Operation is BatchNorm
                    ? session.Get(ForwardPass.Need)[0].Running.Parameters(step)
                    : session.Network.Affine(step);
            Tensor?[] parameters = [session.Network.Bias(step), scale, shift];
            return parameters.OfType<Tensor>().Where(parameter => parameter.requires_grad);
        }
    }
}
