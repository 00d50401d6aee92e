using System.Diagnostics.CodeAnalysis;
using ZcBench.Benchmarks.Blueprints;
using ZcBench.Proxies.Engine;
using ZcBench.Proxies.Population;

namespace ZcBench.Proxies.Probe.Observations;

/// <summary>
/// Adds up correlations of what ReLU modules read while the shared forward pass runs, and those of the loss
/// gradients that come back to them when the backward pass is over.
/// </summary>
internal sealed class ReluReadings : IWatcher<ReluReadings>, IGradientReader
{
    /// <summary>The reference's sum, cells weighted by powers of two.</summary>
    public const int Weighted = 0;

    /// <summary>The same with all weights 1.</summary>
    public const int Even = 1;

    /// <summary>The paper's: each ReLU once, before the activation, weighted.</summary>
    public const int Once = 2;

    private readonly Session _session;
    private readonly CorrelationSums _sums;

    // By network and step: the ReLUs, what reads one module of several with the number of the module, and the
    // convolutions in a module with their ReLU.
    private readonly Dictionary<(int, int), ReluModules> _relus = [];
    private readonly Dictionary<(int, int), (ReluModules Relu, int Module)> _readers = [];
    private readonly Dictionary<(int, int), ReluModules> _wrapped = [];

    private readonly List<(GroupedStep Step, Tensor Value)> _values = [];
    private readonly List<(GroupedStep Step, Tensor Input)> _inputs = [];
    private readonly List<(GroupedStep Step, Tensor Output)> _outputs = [];

    private ReluReadings(Session session)
    {
        _session = session;
        _sums = new(3, session.Blueprints.Count, session.Samples, session.Settings.Placement.Device);
        foreach (var (member, blueprint) in session.Blueprints.Index())
        {
            foreach (var relu in ReluModules.Of(blueprint))
            {
                _relus[(member, relu.Step.Index)] = relu;
                foreach (var conv in relu.Wrapped)
                {
                    _wrapped[(member, conv)] = relu;
                }

                foreach (var (module, readers) in (relu.Readers ?? []).Index())
                {
                    foreach (var reader in readers)
                    {
                        _readers[(member, reader)] = (relu, module);
                    }
                }
            }
        }
    }

    /// <summary>Correlations at the ReLUs of the shared forward pass.</summary>
    public static Need<ReluReadings> Need { get; } =
        new(
            "relu_readings",
            "correlations of what ReLUs read, during the forward pass",
            watch: session => new ReluReadings(session)
        )
        {
            Selects = StepSelection.Everything,
            Differentiates = true,
            Passes = 0.3,
            Keeps = 1,
            HoldsLargest = 6,
        };

    /// <inheritdoc/>
    public IReadOnlyList<Tensor> Targets =>
        [
            .. _values.Select(item => item.Value),
            .. _inputs.Select(item => item.Input),
            .. _outputs.Select(item => item.Output),
        ];

    public void Computed(GroupedStep step, IReadOnlyList<Tensor> inputs, Tensor value)
    {
        if (step.Operation is Relu)
        {
            Add(step, inputs[0], slot => Of(slot) is { } relu ? Before(relu) : Nothing);
            Add(step, value, slot => Of(slot) is { IsLast: true } relu ? After(relu) : Nothing);
        }

        if (!value.requires_grad || !IsLive(step))
        {
            return;
        }

        if (step.Operation is Relu && step.Slots.Any(slot => Of(slot) is { Readers: null }))
        {
            _values.Add((step, value));
        }

        if (ReadsApart(step))
        {
            _inputs.Add((step, inputs[0]));
        }

        if (HasOutput(step))
        {
            _outputs.Add((step, value));
        }
    }

    public bool Keeps(GroupedStep step) =>
        IsLive(step)
        && ((step.Operation is Relu && step.Slots.Any(slot => Of(slot) is not null)) || HasOutput(step));

    public bool KeepsInputs(GroupedStep step) => ReadsApart(step);

    public bool ReadsApart(GroupedStep step) =>
        IsLive(step) && step.Slots.Any(slot => _readers.ContainsKey(KeyOf(slot)));

    public IReadOnlyList<ReluReadings> Seen() => _session.ForAll(this);

    /// <summary>Adds the correlations of the gradients that came back, and gives all sums.</summary>
    public CorrelationSums With(Tensor[] gradients)
    {
        var values = gradients[.._values.Count];
        var inputs = gradients[_values.Count..(_values.Count + _inputs.Count)];
        var outputs = gradients[(_values.Count + _inputs.Count)..];
        foreach (var ((step, value), gradient) in _values.Zip(values))
        {
            using var scope = torch.NewDisposeScope();
            Add(
                step,
                gradient.mul(Slopes(value.detach(), (Relu)step.Operation)),
                slot => Of(slot) is { Readers: null } relu ? Gradient(relu, relu.Count) : Nothing
            );
        }

        foreach (var ((step, _), gradient) in _outputs.Zip(outputs))
        {
            Add(
                step,
                gradient,
                slot => _wrapped.TryGetValue(KeyOf(slot), out var relu) ? Wrapper(relu) : Nothing
            );
        }

        AddReaders(inputs, outputs);
        return _sums;
    }

    // Gradients through one module of several. Where several steps read a module, theirs are added first.
    private void AddReaders(Tensor[] gradients, Tensor[] outputs)
    {
        using var scope = torch.NewDisposeScope();
        using var off = torch.no_grad();
        var joint = new Dictionary<(int Member, ReluModules Relu, int Module), Tensor>();
        foreach (var ((step, input), gradient) in _inputs.Zip(gradients))
        {
            var isOpen = input.detach().gt(Scalars.Of(0));
            var passed = gradient.mul(isOpen);
            var isShared = step.Inputs[0].IsShared && step.Slots.Length > 1;
            if (!isShared)
            {
                Add(step, passed, slot => IsAlone(slot, out var relu) ? Gradient(relu, 1) : Nothing);
            }

            foreach (var (position, slot) in step.Slots.Index())
            {
                if (!_readers.TryGetValue(KeyOf(slot), out var at) || (!isShared && IsAlone(slot, out _)))
                {
                    continue;
                }

                var part = isShared
                    ? Through(step, input, outputs, position).mul(isOpen)
                    : step.Part(passed, position);
                var key = (slot.Member, at.Relu, at.Module);
                joint[key] = joint.TryGetValue(key, out var sum) ? sum.add(part, Scalars.Of(1)) : part;
            }
        }

        foreach (var ((member, relu, _), sum) in joint)
        {
            _sums.Add(sum, [member], [Gradient(relu, 1)]);
        }
    }

    // What one of several slots that read one value sends back to it.
    private Tensor Through(GroupedStep step, Tensor input, Tensor[] outputs, int position)
    {
        var index = _outputs.FindIndex(item => ReferenceEquals(item.Step, step));
        using var on = torch.enable_grad();
        return torch.autograd.grad(
            [step.Part(_outputs[index].Output, position)],
            [input],
            [step.Part(outputs[index], position)],
            retain_graph: true
        )[0];
    }

    private void Add(GroupedStep step, Tensor values, Func<Slot, double[]> counts) =>
        _sums.Add(values, [.. step.Slots.Select(slot => slot.Member)], [.. step.Slots.Select(counts)]);

    private ReluModules? Of(Slot slot) => _relus.GetValueOrDefault(KeyOf(slot));

    private bool IsLive(GroupedStep step) => _session.Schedule.IsIn(step, StepSelection.Logits);

    private bool HasOutput(GroupedStep step) =>
        step.Slots.Any(slot => _wrapped.ContainsKey(KeyOf(slot)))
        || (ReadsApart(step) && step.Inputs[0].IsShared);

    // Whether a slot is the only reader of one ReLU module of several.
    private bool IsAlone(Slot slot, [NotNullWhen(true)] out ReluModules? relu)
    {
        var isReader = _readers.TryGetValue(KeyOf(slot), out var at);
        relu = at.Relu;
        return isReader && relu!.Readers![at.Module].Count == 1;
    }

    private static (int, int) KeyOf(Slot slot) => (slot.Member, slot.Step.Index);

    private static double[] Nothing { get; } = [0, 0, 0];

    private static double[] Before(ReluModules relu)
    {
        var read = 2.0 * relu.Wrappers + (relu.IsLast ? 0 : relu.Count - relu.Wrappers);
        return [Weight(relu) * read, read, Weight(relu) * relu.Count];
    }

    private static double[] After(ReluModules relu) => [Weight(relu) * relu.Count, relu.Count, 0];

    private static double[] Gradient(ReluModules relu, int times) =>
        [Weight(relu) * times, times, Weight(relu) * times];

    private static double[] Wrapper(ReluModules relu) => [Weight(relu), 1, 0];

    private static double Weight(ReluModules relu) => Math.Pow(2, relu.Place);

    // The derivative of a rectifier where its value is known.
    private static Tensor Slopes(Tensor value, Relu relu)
    {
        var slopes = value.gt(Scalars.Of(0)).to(value.dtype);
        if (relu.IsPlain)
        {
            return slopes;
        }

        var sloped = slopes.mul(Scalars.Of(1 - relu.Slope)).add(Scalars.Of(relu.Slope), Scalars.Of(1));
        return double.IsPositiveInfinity(relu.Ceiling)
            ? sloped
            : sloped.mul(value.lt(Scalars.Of(relu.Ceiling)));
    }
}
