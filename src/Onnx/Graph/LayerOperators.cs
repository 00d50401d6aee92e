using ZcBench.Benchmarks.Blueprints;
using ZcBench.Onnx.Constants;
using ZcBench.Onnx.Files;

namespace ZcBench.Onnx.Graph;

/// <summary>Operations with weights.</summary>
internal static class LayerOperators
{
    /// <summary>Conv.</summary>
    public static void Convolve(Translation graph, OnnxNode node)
    {
        var input = graph.ReadMaps(node, 0);
        var weight = graph.ReadConstant(node, 1, "weight");
        if (weight.Dims is not [var filters, var depth, var height, var width])
        {
            throw new InvalidDataException("its weight is not of two dimensions of pixels");
        }

        var groups = node.Int("group", 1);
        if (
            groups < 1
            || input.Shape.Channels % groups != 0
            || filters % groups != 0
            || depth != input.Shape.Channels / groups
        )
        {
            throw new InvalidDataException(
                $"its weight [{string.Join(", ", weight.Dims)}] does not fit {input.Shape.Channels} channels "
                    + $"in {groups} groups"
            );
        }

        RequireSize(weight);
        var windows = Windows.Of(node, [height, width], input.Shape);
        if ((windows.Height, windows.Width) != (height, width))
        {
            throw new InvalidDataException("its kernel_shape is not that of its weight");
        }

        var output = windows.Output(input.Shape, filters);
        if (!windows.IsEven)
        {
            input = graph.Added(new Pad(windows.Padding), input, windows.Padding.Around(input.Shape));
        }

        var operation = new Convolution(
            graph.Weight(weight),
            input.Shape.Channels,
            (int)filters,
            windows.Height,
            windows.Stride,
            windows.IsEven ? windows.Padding.Top : 0,
            (int)groups,
            windows.Dilation
        )
        {
            KernelWidth = windows.Width,
            Bias = Bias(graph, node, filters),
        };
        graph.Yield(node, operation, input with { Layout = Layout.Maps }, output);
    }

    /// <summary>Gemm of features and a constant.</summary>
    public static void Gemm(Translation graph, OnnxNode node)
    {
        if (node.Float("alpha", 1) != 1 || node.Float("beta", 1) != 1 || node.Int("transA", 0) != 0)
        {
            throw new InvalidDataException("its alpha, beta or transA is not the usual one");
        }

        var weight = graph.ReadConstant(node, 1, "weight");
        Connect(graph, node, node.Int("transB", 0) == 1 ? weight : Turned(weight));
    }

    /// <summary>MatMul of features and a constant.</summary>
    public static void Multiply(Translation graph, OnnxNode node) =>
        Connect(graph, node, Turned(graph.ReadConstant(node, 1, "weight")));

    /// <summary>BatchNormalization.</summary>
    public static void Normalise(Translation graph, OnnxNode node)
    {
        var input = graph.ReadMaps(node, 0);
        var channels = input.Shape.Channels;
        var constants = new NormConstants(
            Row(1, "scale"),
            Row(2, "shift"),
            Row(3, "mean"),
            Row(4, "variance")
        );
        if (node.Int("spatial", 1) != 1)
        {
            throw new InvalidDataException("it normalises each pixel apart");
        }

        var share = node.Float("momentum", 0.9);
        var path = graph.Path(constants.Scale.Name, ".weight", ".scale");
        graph.Norms[path] = constants;
        graph.Yield(
            node,
            new BatchNorm(
                path,
                channels,
                Epsilon: node.Float("epsilon", BatchNorm.UsualEpsilon),
                Momentum: share is >= 0 and <= 1
                    ? (double)(1 - (decimal)share)
                    : throw new InvalidDataException("its momentum is not from 0 to 1")
            ),
            input
        );

        Constant Row(int place, string what)
        {
            var constant = graph.ReadConstant(node, place, what);
            return constant.Count == channels
                ? constant
                : throw new InvalidDataException(
                    $"its {what} has {constant.Count} numbers, and there are {channels} channels"
                );
        }
    }

    /// <summary>
    /// LRN: x · (bias + alpha / size · Σ x² over neighbouring channels)^−beta, of five steps.
    /// </summary>
    public static void NormaliseLocally(Translation graph, OnnxNode node)
    {
        var input = graph.ReadMaps(node, 0);
        var size = node.Int("size", 0);
        if (size is < 1 or > 1 << 16)
        {
            throw new InvalidDataException("its size is none");
        }

        var square = Times(input, input);
        var sum = graph.Added(new ChannelWindow((int)size), square);
        var scale = new Rescale(node.Float("alpha", 1e-4) / size, node.Float("bias", 1));
        var power = new Activation(ActivationKind.Power, -node.Float("beta", 0.75));
        graph.Yield(node, Times(input, graph.Added(power, graph.Added(scale, sum))));

        Signal Times(Signal one, Signal other) =>
            one with
            {
                Step = graph.Net.Add(new Product(), [one.Step, other.Step], one.Shape),
            };
    }

    private static void Connect(Translation graph, OnnxNode node, Constant weight)
    {
        var input = graph.Read(node, 0);
        if (input.Layout != Layout.Features)
        {
            throw new InvalidDataException(
                $"it multiplies [{string.Join(", ", input.Dims(graph.Batch))}] by a matrix, "
                    + "where features [N, C] were expected"
            );
        }

        if (weight.Dims is not [var outputs, var inputs] || inputs != input.Shape.Channels)
        {
            throw new InvalidDataException(
                $"its weight does not fit {input.Shape.Channels} features; "
                    + "images of another size may fit (--image-size)"
            );
        }

        RequireSize(weight);
        var operation = new Convolution(
            graph.Weight(weight),
            (int)inputs,
            (int)outputs,
            Kernel: 1,
            Stride: 1,
            Padding: 0
        )
        {
            Bias = Bias(graph, node, outputs),
        };
        graph.Yield(node, operation, input, Translation.ShapeOf(outputs, 1, 1));
    }

    private static Constant Turned(Constant weight) =>
        weight.Dims.Length == 2
            ? weight.Transposed([1, 0])
            : throw new InvalidDataException("its weight is no matrix");

    private static string? Bias(Translation graph, OnnxNode node, long outputs)
    {
        if (node.Inputs.Length < 3 || node.Inputs[2].Length == 0)
        {
            return null;
        }

        var bias = graph.ReadConstant(node, 2, "bias");
        return bias.Count == outputs
            ? graph.Bias(bias)
            : throw new InvalidDataException($"its bias has {bias.Count} numbers for {outputs} outputs");
    }

    private static void RequireSize(Constant weight)
    {
        if (weight.Count is < 1 or > int.MaxValue || weight.Dims.Any(dim => dim > 1 << 24))
        {
            throw new InvalidDataException("its weight has too many numbers, or none");
        }
    }
}
