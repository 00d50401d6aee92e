using System.Collections.Immutable;
using ZcBench.Benchmarks;
using ZcBench.Benchmarks.Blueprints;
using ZcBench.Onnx.Constants;
using ZcBench.Onnx.Files;

namespace ZcBench.Onnx.Graph;

/// <summary>
/// From a graph to a blueprint, node by node: constants are calculated, what depends on the images becomes
/// steps. Operators ask it for what they read and tell it what they yield.
/// </summary>
internal sealed class Translation
{
    private const int LargestSide = 1 << 20;
    private const long MostElements = 1L << 31;
    private readonly Dictionary<string, Signal> _signals = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Constant> _constants = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _readers = new(StringComparer.Ordinal);
    private readonly HashSet<string> _paths = new(StringComparer.Ordinal);
    private readonly HashSet<string> _weights = new(StringComparer.Ordinal);
    private readonly Queue<NamedStage> _stages;
    private readonly ModelFile _file;

    private Translation(GraphOrder order, ModelFile file, ImageTask task, long batch)
    {
        _file = file;
        Batch = batch;
        Net = new(task) { InputOutDegree = order.Notes.InputOutDegree };
        _stages = new(order.Notes.Stages);
        foreach (var tensor in order.Model.Initializers)
        {
            _constants[tensor.Name] = Constant.Of(tensor, file);
        }

        foreach (var name in order.Nodes.SelectMany(node => node.Inputs).Append(order.Output))
        {
            _readers[name] = _readers.GetValueOrDefault(name) + 1;
        }
    }

    /// <summary>The blueprint in the making.</summary>
    public BlueprintBuilder Net { get; }

    /// <summary>Images of a batch as the graph states it.</summary>
    public long Batch { get; }

    /// <summary>Weights and biases by path.</summary>
    public Dictionary<string, Constant> Numbers { get; } = new(StringComparer.Ordinal);

    /// <summary>What the file holds of each batch norm, by path.</summary>
    public Dictionary<string, NormConstants> Norms { get; } = new(StringComparer.Ordinal);

    /// <summary>Translates the nodes of a graph for images of a task.</summary>
    /// <exception cref="UserError">A node is not known, or does not fit.</exception>
    public static TranslatedGraph Run(GraphOrder order, ModelFile file, ImageTask task, long batch)
    {
        if (order.Nodes.FirstOrDefault(node => Remedies.Refuses(node.Operator)) is { } refused)
        {
            throw new UserError(
                $"{file.Name}: no proxy can see through {refused.Words}; {Remedies.For(refused.Operator)}"
            );
        }

        var translation = new Translation(order, file, task, batch);
        translation._signals[order.Input] = new(
            BlueprintBuilder.InputStep,
            task.Image,
            order.HasChannelsLast ? Layout.ChannelsLast : Layout.Maps
        );
        foreach (var node in order.Nodes)
        {
            translation.Translate(node);
            translation.EndStages(node);
        }

        return Logits.Finish(
            translation,
            translation._signals.GetValueOrDefault(order.Output)
                ?? throw new UserError($"{file.Name}: the output does not depend on the images"),
            file.Name,
            hasStages: !order.Notes.Stages.IsEmpty
        );
    }

    /// <summary>An input that depends on the images; null where it does not or is left out.</summary>
    public Signal? SignalAt(OnnxNode node, int input) =>
        NameAt(node, input) is { } name ? _signals.GetValueOrDefault(name) : null;

    /// <summary>An input that does not depend on the images; null where it does or is left out.</summary>
    public Constant? ConstantAt(OnnxNode node, int input) =>
        NameAt(node, input) is { } name ? _constants.GetValueOrDefault(name) : null;

    /// <summary>All inputs that do not depend on the images, with nulls for the others.</summary>
    public IReadOnlyList<Constant?> ConstantsOf(OnnxNode node) =>
        [.. node.Inputs.Select((_, input) => ConstantAt(node, input))];

    /// <summary>An input that is to depend on the images; zeros do as well.</summary>
    /// <exception cref="InvalidDataException">It does not.</exception>
    public Signal Read(OnnxNode node, int input)
    {
        if (SignalAt(node, input) is { } signal)
        {
            return signal.IsProbability
                ? throw new InvalidDataException("it reads what a softmax yields, as attention does")
                : signal;
        }

        if (ConstantAt(node, input) is { Fill: 0, Dims: [_, var c, var h, var w] })
        {
            var shape = ShapeOf(c, h, w);
            return _signals[node.Inputs[input]] = new(Net.Sum([], shape), shape, Layout.Maps);
        }

        throw new InvalidDataException("what it reads does not depend on the images");
    }

    /// <summary>An input that is to be maps [N, C, H, W]; features are maps of one pixel.</summary>
    /// <exception cref="InvalidDataException">It is laid out in another way.</exception>
    public Signal ReadMaps(OnnxNode node, int input)
    {
        var signal = Read(node, input);
        return signal.Layout is Layout.Maps or Layout.Features
            ? signal
            : throw new InvalidDataException(
                $"it reads [{string.Join(", ", signal.Dims(Batch))}], where maps [N, C, H, W] were expected"
            );
    }

    /// <summary>An input that is to be a constant.</summary>
    /// <exception cref="InvalidDataException">It is none.</exception>
    public Constant ReadConstant(OnnxNode node, int input, string what) =>
        ConstantAt(node, input) ?? throw new InvalidDataException($"its {what} is no constant of the file");

    /// <summary>How many nodes read what a node yields.</summary>
    public int ReadersOf(OnnxNode node) => _readers.GetValueOrDefault(node.Outputs[0]);

    /// <summary>How many nodes read an input of a node.</summary>
    public int ReadersOfInput(OnnxNode node, int input) => _readers.GetValueOrDefault(node.Inputs[input]);

    /// <summary>Says what a node yields.</summary>
    public void Yield(OnnxNode node, Signal signal, int output = 0) =>
        _signals[node.Outputs[output]] = signal;

    /// <summary>Says that a node yields a new step of the same layout as what it reads.</summary>
    public void Yield(
        OnnxNode node,
        IOperation operation,
        Signal source,
        Shape? shape = null,
        int output = 0
    ) => Yield(node, Added(operation, source, shape), output);

    /// <summary>A new step of the same layout as what it reads.</summary>
    public Signal Added(IOperation operation, Signal source, Shape? shape = null) =>
        source with
        {
            Step = Net.Add(operation, [source.Step], shape ?? source.Shape),
            Shape = shape ?? source.Shape,
        };

    /// <summary>A shape, or a refusal where it is no shape.</summary>
    /// <exception cref="InvalidDataException">It is too small or too large.</exception>
    public static Shape ShapeOf(long channels, long height, long width)
    {
        if (channels < 1 || height < 1 || width < 1)
        {
            throw new InvalidDataException(
                $"its output would be {channels} maps of {height}x{width} pixels; "
                    + "images of another size may fit (--image-size)"
            );
        }

        return
            Math.Max(channels, Math.Max(height, width)) <= LargestSide
            && (double)channels * height * width <= MostElements
            ? new((int)channels, (int)height, (int)width)
            : throw new InvalidDataException("its output is too large");
    }

    /// <summary>Keeps a weight, which one layer alone may use.</summary>
    /// <exception cref="InvalidDataException">Another layer uses it.</exception>
    public string Weight(Constant weight)
    {
        if (!_weights.Add(weight.Name))
        {
            throw new InvalidDataException(
                $"its weight '{weight.Name}' belongs to another layer as well, "
                    + "and shared weights are not read"
            );
        }

        Numbers[weight.Name] = weight;
        return weight.Name;
    }

    /// <summary>Keeps a bias and yields its name, which is unique.</summary>
    public string Bias(Constant bias)
    {
        var name = Path(bias.Name, "");
        Numbers[name] = bias;
        return name;
    }

    /// <summary>A name that nothing else has, without an ending that says what a tensor is.</summary>
    public string Path(string name, params IEnumerable<string> endings)
    {
        var plain = name;
        foreach (var ending in endings.Where(ending => ending.Length > 0))
        {
            plain =
                plain.Length > ending.Length && plain.EndsWith(ending, StringComparison.Ordinal)
                    ? plain[..^ending.Length]
                    : plain;
        }

        var path = plain;
        for (var copy = 2; !_paths.Add(path); copy++)
        {
            path = $"{plain}#{copy}";
        }

        return path;
    }

    private static string? NameAt(OnnxNode node, int input) =>
        input < node.Inputs.Length && node.Inputs[input].Length > 0 ? node.Inputs[input] : null;

    private void Translate(OnnxNode node)
    {
        try
        {
            if (node.Operator == "Shape" && SignalAt(node, 0) is { } signal)
            {
                Keep(node, ShapeConstant(node, signal));
            }
            else if (node.Inputs.All(name => name.Length == 0 || _constants.ContainsKey(name)))
            {
                Calculate(node);
            }
            else if (node.Domain.Length == 0 && Operators.All.TryGetValue(node.Operator, out var translate))
            {
                translate(this, node);
            }
            else
            {
                throw Unknown(node);
            }
        }
        catch (InvalidDataException fault)
        {
            throw new UserError(
                $"{_file.Name}: {node.Words} is not understood: {fault.Message}; "
                    + Remedies.For(node.Operator),
                fault
            );
        }
    }

    private void Calculate(OnnxNode node)
    {
        if (ConstantFolding.Of(node, ConstantsOf(node), _file) is { } constant)
        {
            Keep(node, constant);
        }
        else if (
            node.Domain.Length == 0
            && Operators.All.TryGetValue(node.Operator, out var translate)
            && ConstantAt(node, 0) is { Fill: 0, Dims.Length: 4 }
        )
        {
            // A part of the network that is zero.
            translate(this, node);
        }
        else
        {
            throw Unknown(node);
        }
    }

    private static InvalidDataException Unknown(OnnxNode node) =>
        new(
            node.Domain.Length > 0
                ? $"the operation is of '{node.Domain}' and not of ONNX"
                : "no proxy can see through this operation"
        );

    private Constant ShapeConstant(OnnxNode node, Signal signal)
    {
        var dims = signal.Dims(Batch);
        var first = (int)Math.Clamp(node.Int("start", 0), 0, dims.Length);
        var end = (int)Math.Clamp(node.Int("end", dims.Length), first, dims.Length);
        double[] numbers = [.. dims[first..end].Select(dim => (double)dim)];
        return Constant.Of(node.Outputs[0], [numbers.Length], true, numbers);
    }

    private void Keep(OnnxNode node, Constant constant) => _constants[node.Outputs[0]] = constant;

    private void EndStages(OnnxNode node)
    {
        while (_stages.TryPeek(out var stage) && node.Outputs.Contains(stage.Last))
        {
            _stages.Dequeue();
            if (
                !_signals.TryGetValue(stage.Value, out var signal)
                && _constants.GetValueOrDefault(stage.Value)
                    is { Fill: 0, Dims: [_, var channels, var height, var width] }
            )
            {
                var shape = ShapeOf(channels, height, width);
                signal = new(Net.Sum([], shape), shape, Layout.Maps);
            }

            if (signal is null)
            {
                throw new UserError(
                    $"{_file.Name}: stage '{stage.Name}' ends in '{stage.Value}', which is not there; "
                        + "write it again"
                );
            }

            _signals[stage.Value] = signal with { Step = Net.EndStage(stage.Name, signal.Step) };
        }
    }
}
