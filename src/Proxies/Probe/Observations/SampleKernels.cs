using ZcBench.Benchmarks.Blueprints;
using ZcBench.Proxies.Engine;
using ZcBench.Proxies.Networks;
using ZcBench.Proxies.Population;

namespace ZcBench.Proxies.Probe.Observations;

/// <summary>The three ways to a kernel of per-sample gradients.</summary>
public static class SampleKernels
{
    // Of each row, what is copied at a time: 16 MB in single precision.
    private const long RowNumbers = 1 << 22;

    /// <summary>
    /// HNAS: one backward pass of Σ_n f_{n, y_n} through the shared graph in training mode; rows from each
    /// sample's own activations and output gradients, convolution and classifier weights and the classifier's
    /// bias.
    /// </summary>
    public static Need<SampleKernel> OfTrueLogits { get; } =
        new(
            "logit_kernel",
            "backward pass of the true-label logits to layer outputs, products a sample",
            [ForwardPass.Need, Layers.Need],
            TrueLogits
        )
        {
            Differentiates = true,
            Passes = 2,
            Holds = 0.6,
        };

    /// <summary>
    /// The true kernel of the network with batch statistics held constant: rows ∂(Σ_k f_k(x_n))/∂θ over all
    /// weights and batch norm scales, all from one backward pass because samples no longer touch each other.
    /// </summary>
    public static Need<SampleKernel> Frozen { get; } =
        new(
            "frozen_kernel",
            "forward and backward pass with batch statistics held constant, products a sample",
            [],
            FrozenStatisticsPass
        )
        {
            Selects = StepSelection.Logits,
            Differentiates = true,
            Passes = 3,
            Holds = 1.6,
        };

    /// <summary>
    /// TE-NAS: rows ∂(Σ_k f_k(x_n))/∂θ through the whole batch in training mode, so that batch norm couples
    /// the samples; one backward pass a sample over one graph, all weights and batch norm scales.
    /// </summary>
    public static Need<SampleKernel> TrainMode { get; } =
        new(
            "train_kernel",
            "forward pass and one backward pass a sample in training mode",
            [],
            TrainingModePasses
        )
        {
            Selects = StepSelection.Logits,
            Differentiates = true,
            Passes = null,
            Holds = 1.1,
            HoldsWeightsPerSample = 1,
        };

    private static IReadOnlyList<SampleKernel> TrueLogits(Session session)
    {
        var pass = session.Get(ForwardPass.Need)[0];
        var layers = session.Get(Layers.Need)[0];
        using var scope = torch.NewDisposeScope();
        var members = session.Blueprints.Count;
        var classes = pass.Logits.reshape(session.Samples, members, -1);
        var labels = session.Labels().reshape(-1, 1, 1).repeat(1, members, 1);
        var logit = classes.gather(2, labels).sum();
        var outputs = Gradients.Of(logit, layers.Outputs);
        var grams = new GramSums(session);
        foreach (var (layer, gradient) in layers.All.Zip(outputs))
        {
            grams.Add(layer, gradient);
            if (layer.Step.Operation is Classifier)
            {
                grams.Add(layer.Step, position => layer.Step.Part(gradient, position));
            }
        }

        return grams.Kernels();
    }

    private static IReadOnlyList<SampleKernel> FrozenStatisticsPass(Session session)
    {
        using var scope = torch.NewDisposeScope();
        var network = session.Network;
        var layers = new Layers(network, keepsNorms: true);
        var needed = network.Schedule.Needed(StepSelection.Logits);
        var logits = network.Forward(network.Inputs(session.Images), needed, layers, new FrozenStatistics())!;
        var found = Gradients.Of(
            logits.sum(),
            layers.Outputs.Concat(layers.Norms.Select(norm => norm.Value))
        );
        var grams = new GramSums(session);
        foreach (var (layer, gradient) in layers.All.Zip(found))
        {
            grams.Add(layer, gradient);
        }

        foreach (var ((step, value), gradient) in layers.Norms.Zip(found.Skip(layers.All.Count)))
        {
            using var norm = torch.NewDisposeScope();
            var products = Normal(value.detach(), network.Affine(step)).mul(gradient).sum([2, 3]);
            grams.Add(step, position => step.Part(products, position));
        }

        return grams.Kernels();
    }

    // What the scale multiplies.
    private static Tensor Normal(Tensor value, NormParameters parameters) =>
        parameters is { Scale: { } scale, Shift: { } shift }
            ? value.sub(shift.detach().reshape(1, -1, 1, 1)).div(scale.detach().reshape(1, -1, 1, 1))
            : value;

    private static IReadOnlyList<SampleKernel> TrainingModePasses(Session session)
    {
        using var scope = torch.NewDisposeScope();
        var network = session.Network;
        var layers = new Layers(network);
        var needed = network.Schedule.Needed(StepSelection.Logits);
        var scales = new ScaledBatchStatistics();
        var logits = network.Forward(network.Inputs(session.Images), needed, layers, scales)!;
        var parameters = layers
            .All.Select(layer => (layer.Step, layer.Weight))
            .Concat(scales.Scales.Select(item => (item.Step, Weight: item.Scale)))
            .ToList();
        // [parameters][samples]
        var gradients = parameters.Select(_ => new List<Tensor>()).ToList();
        for (var n = 0; n < session.Samples; n++)
        {
            var logit = logits.select(0, n).sum();
            foreach (
                var (index, gradient) in Gradients.Of(logit, parameters.Select(item => item.Weight)).Index()
            )
            {
                gradients[index].Add(gradient);
            }
        }

        var grams = new GramSums(session);
        foreach (var ((step, _), all) in parameters.Zip(gradients))
        {
            foreach (var (position, slot) in step.Slots.Index())
            {
                Tensor[] rows = [.. all.Select(gradient => step.WeightPart(gradient, position).reshape(-1))];
                for (var first = 0L; first < rows[0].shape[0]; first += RowNumbers)
                {
                    var count = Math.Min(RowNumbers, rows[0].shape[0] - first);
                    grams.Add(
                        slot.Member,
                        () => torch.stack(rows.Select(row => row.narrow(0, first, count)))
                    );
                }
            }
        }

        return grams.Kernels();
    }

    /// <summary>Adds up G_l G_lᵀ over layers in double precision, for each network.</summary>
    private sealed class GramSums
    {
        private readonly Tensor _sums;

        public GramSums(Session session) =>
            _sums = torch.zeros(
                [session.Blueprints.Count, session.Samples, session.Samples],
                dtype: torch.float64,
                device: session.Settings.Placement.Device
            );

        public void Add(Layer layer, Tensor outputGradient) =>
            Add(
                layer.Step,
                position =>
                    SampleKernel.LayerRows(layer.Tap(position), layer.Step.Part(outputGradient, position))
            );

        public void Add(GroupedStep step, Func<int, Tensor> rows)
        {
            foreach (var (position, slot) in step.Slots.Index())
            {
                Add(slot.Member, () => rows(position));
            }
        }

        public void Add(int member, Func<Tensor> rows)
        {
            using var scope = torch.NewDisposeScope();
            using var gradients = torch.no_grad();
            _sums.select(0, member).add_(SampleKernel.GramOf(rows()), Scalars.Of(1));
        }

        public IReadOnlyList<SampleKernel> Kernels() =>
            [
                .. Enumerable
                    .Range(0, (int)_sums.shape[0])
                    .Select(member => new SampleKernel(Numbers.Matrix(_sums.select(0, member)))),
            ];
    }
}
