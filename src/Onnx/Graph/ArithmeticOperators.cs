using ZcBench.Benchmarks.Blueprints;
using ZcBench.Onnx.Constants;
using ZcBench.Onnx.Files;

namespace ZcBench.Onnx.Graph;

/// <summary>Sums and products of two values, or of a value and a constant.</summary>
internal static class ArithmeticOperators
{
    /// <summary>Add.</summary>
    public static void Add(Translation graph, OnnxNode node)
    {
        if (Constant(graph, node) is { } constant)
        {
            Shift(graph, node, constant.Signal, constant.Number);
        }
        else
        {
            Sum(graph, node, graph.Read(node, 0), graph.Read(node, 1));
        }
    }

    /// <summary>Sub.</summary>
    public static void Subtract(Translation graph, OnnxNode node)
    {
        switch (Constant(graph, node))
        {
            case { IsFirst: false } constant:
                Shift(graph, node, constant.Signal, constant.Number.Changed(number => -number));
                break;
            case { } constant:
                Shift(graph, node, graph.Added(new Rescale(-1, 0), constant.Signal), constant.Number);
                break;
            default:
                Sum(graph, node, graph.Read(node, 0), graph.Added(new Rescale(-1, 0), graph.Read(node, 1)));
                break;
        }
    }

    /// <summary>Mul.</summary>
    public static void Multiply(Translation graph, OnnxNode node)
    {
        if (Constant(graph, node) is { } constant)
        {
            Scale(graph, node, constant.Signal, constant.Number);
        }
        else
        {
            Product(graph, node, graph.Read(node, 0), graph.Read(node, 1));
        }
    }

    /// <summary>Div.</summary>
    public static void Divide(Translation graph, OnnxNode node)
    {
        var inverse = new Activation(ActivationKind.Power, -1);
        switch (Constant(graph, node))
        {
            case { IsFirst: false } constant:
                Scale(graph, node, constant.Signal, constant.Number.Changed(number => 1 / number));
                break;
            case { } constant:
                Scale(graph, node, graph.Added(inverse, constant.Signal), constant.Number);
                break;
            default:
                Product(graph, node, graph.Read(node, 0), graph.Added(inverse, graph.Read(node, 1)));
                break;
        }
    }

    /// <summary>Sum of several values.</summary>
    public static void Sum(Translation graph, OnnxNode node) =>
        Sum(graph, node, [.. node.Inputs.Select((_, input) => graph.Read(node, input))]);

    private static void Sum(Translation graph, OnnxNode node, params Signal[] terms)
    {
        var (first, shape) = (terms[0], terms[0].Shape);
        if (!Array.TrueForAll(terms, term => term.Shape == shape && IsLaidAs(term, first)))
        {
            throw new InvalidDataException(
                $"it adds maps of different shapes, {string.Join(" and ", terms.Select(term => term.Shape))}"
            );
        }

        graph.Yield(
            node,
            terms.Length == 1
                ? first
                : first with
                {
                    Step = graph.Net.Add(new Sum(), [.. terms.Select(term => term.Step)], shape),
                }
        );
    }

    private static void Product(Translation graph, OnnxNode node, Signal one, Signal other)
    {
        var (large, small) = one.Shape.Elements >= other.Shape.Elements ? (one, other) : (other, one);
        var fits =
            IsLaidAs(small, large)
            && (small.Shape.Channels == large.Shape.Channels || small.Shape.Channels == 1)
            && (
                small.Shape.IsPixel
                || (small.Shape.Height, small.Shape.Width) == (large.Shape.Height, large.Shape.Width)
            );
        graph.Yield(
            node,
            fits
                ? large with
                {
                    Step = graph.Net.Add(new Product(), [one.Step, other.Step], large.Shape),
                }
                : throw new InvalidDataException($"it multiplies maps {one.Shape} and {other.Shape}")
        );
    }

    // Maps of one pixel may be features where all are.
    private static bool IsLaidAs(Signal signal, Signal other) =>
        signal.Layout == other.Layout && signal.Groups == other.Groups;

    private static void Shift(Translation graph, OnnxNode node, Signal input, Constant constant)
    {
        if (constant.Count == 1)
        {
            var offset = constant.Numbers()[0];
            Rescale(graph, node, input, new(1, offset));
        }
        else if (IsBias(graph, node, input))
        {
            graph.Net.Change(
                input.Step,
                (Convolution)graph.Net.OperationOf(input.Step) with
                {
                    Bias = graph.Bias(constant),
                }
            );
            graph.Yield(node, input);
        }
        else
        {
            var path = graph.Path(constant.Name, "");
            graph.Numbers[path] = constant;
            graph.Yield(node, new ChannelShift(path, input.Shape.Channels), input);
        }
    }

    private static void Scale(Translation graph, OnnxNode node, Signal input, Constant constant)
    {
        if (constant.Count == 1)
        {
            Rescale(graph, node, input, new(constant.Numbers()[0], 0));
            return;
        }

        var path = graph.Path(constant.Name, "");
        graph.Numbers[path] = constant;
        graph.Yield(node, new ChannelScale(path, input.Shape.Channels), input);
    }

    private static void Rescale(Translation graph, OnnxNode node, Signal input, Rescale rescale)
    {
        if (!double.IsFinite(rescale.Factor) || !double.IsFinite(rescale.Offset))
        {
            throw new InvalidDataException("its constant is not a number");
        }

        if (rescale is { Factor: 1, Offset: 0 })
        {
            graph.Yield(node, input);
        }
        else
        {
            graph.Yield(node, rescale, input);
        }
    }

    // The sum is the bias of the layer before it where nothing else reads that.
    private static bool IsBias(Translation graph, OnnxNode node, Signal input)
    {
        var place = graph.SignalAt(node, 0) == input ? 0 : 1;
        return graph.SignalAt(node, place) == input
            && graph.ReadersOfInput(node, place) == 1
            && graph.Net.IsLast(input.Step)
            && graph.Net.OperationOf(input.Step) is Convolution { Bias: null };
    }

    // The constant of a node that has one: one number, or one a channel.
    private static (Signal Signal, Constant Number, bool IsFirst)? Constant(Translation graph, OnnxNode node)
    {
        var isFirst = graph.SignalAt(node, 0) is null && graph.SignalAt(node, 1) is not null;
        var place = isFirst ? 0 : 1;
        if (graph.ConstantAt(node, place) is not { } constant)
        {
            return null;
        }

        var signal = graph.Read(node, 1 - place);
        if (constant.Count == 1)
        {
            return (signal, constant, isFirst);
        }

        return IsOfChannels(graph, node, signal, constant) ? (signal, constant, isFirst)
            : constant is { Fill: 0, Dims.Length: 4 } ? null
            : throw new InvalidDataException(
                $"its constant [{string.Join(", ", constant.Dims)}] is neither one number nor one a channel"
            );
    }

    private static bool IsOfChannels(Translation graph, OnnxNode node, Signal signal, Constant constant)
    {
        if (constant.Count != signal.Shape.Channels)
        {
            return false;
        }

        var rank = signal.Dims(graph.Batch).Length;
        var channel = signal.Layout == Layout.ChannelsLast ? rank - 1 : 1;

        // Before opset 7 an axis says where the constant begins.
        var first =
            node.Int("broadcast", 0) == 1 && node.Attributes.ContainsKey("axis")
                ? (int)Math.Clamp(node.Int("axis", 0), -rank, rank)
                : rank - constant.Dims.Length;
        first = first < 0 ? first + rank : first;
        var place = channel - first;
        return place >= 0 && place < constant.Dims.Length && constant.Dims[place] == constant.Count;
    }
}
