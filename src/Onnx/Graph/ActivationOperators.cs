using System.Globalization;
using ZcBench.Benchmarks.Blueprints;
using ZcBench.Onnx.Files;

namespace ZcBench.Onnx.Graph;

/// <summary>Functions of single numbers.</summary>
internal static class ActivationOperators
{
    // What PyTorch and Keras begin with.
    private const double FirstSlope = 0.25;
    private const int MostReadings = 1000;

    /// <summary>What a note of this program on a ReLU begins with.</summary>
    public const string Readings = "zcbench readings ";

    /// <summary>Relu, with how often it is read if this program wrote it.</summary>
    public static void Relu(Translation graph, OnnxNode node)
    {
        var (modules, readings) = (1, 1);
        if (node.Note.StartsWith(Readings, StringComparison.Ordinal))
        {
            var parts = node.Note[Readings.Length..].Split(' ');
            (modules, readings) = parts is [var first, var second] ? (Count(first), Count(second)) : (1, 1);
        }

        Apply(graph, node, new Relu(modules, readings));
    }

    /// <summary>LeakyRelu.</summary>
    public static void LeakyRelu(Translation graph, OnnxNode node)
    {
        var slope = node.Float("alpha", 0.01);
        Apply(
            graph,
            node,
            slope is >= 0 and < 1
                ? new Relu(1, 1) { Slope = slope }
                : throw new InvalidDataException("its slope is not from 0 to below 1")
        );
    }

    /// <summary>PRelu: max(x, 0) + slope · min(x, 0), a slope a channel or one for all.</summary>
    public static void ParametricRelu(Translation graph, OnnxNode node)
    {
        var input = graph.ReadMaps(node, 0);
        var slope = graph.ReadConstant(node, 1, "slope");
        if (slope.Count != input.Shape.Channels)
        {
            throw new InvalidDataException("its slopes are not one a channel");
        }

        var path = graph.Path(slope.Name, ".weight");
        graph.Numbers[path] = slope;
        var positive = graph.Added(new Relu(1, 1), input);
        var negative = Sum(input, graph.Added(new Rescale(-1, 0), positive));
        var scaled = graph.Added(new ChannelScale(path, input.Shape.Channels, FirstSlope), negative);
        graph.Yield(node, Sum(positive, scaled));

        Signal Sum(Signal one, Signal other) =>
            one with
            {
                Step = graph.Net.Add(new Sum(), [one.Step, other.Step], one.Shape),
            };
    }

    /// <summary>
    /// Clip from 0 on is a rectifier, unless it reads a sum with a number: then it is the inside of a hard
    /// sigmoid.
    /// </summary>
    public static void Clip(Translation graph, OnnxNode node)
    {
        var input = graph.Read(node, 0);
        var least = Bound("min", 1, double.NegativeInfinity);
        var most = Bound("max", 2, double.PositiveInfinity);
        if (!(least < most))
        {
            throw new InvalidDataException("its bounds are none");
        }

        if (double.IsInfinity(least) && double.IsInfinity(most))
        {
            ShapeOperators.Pass(graph, node);
        }
        else if (
            least == 0
            && graph.Net.OperationOf(input.Step) is Relu { IsPlain: true } plain
            && graph.Net.IsLast(input.Step)
            && graph.ReadersOfInput(node, 0) == 1
        )
        {
            // ReLU6 as PyTorch writes it.
            graph.Net.Change(input.Step, plain with { Ceiling = most });
            graph.Yield(node, input);
        }
        else if (least == 0 && graph.Net.OperationOf(input.Step) is not Rescale { Offset: not 0 })
        {
            graph.Yield(node, new Relu(1, 1) { Ceiling = most }, input);
        }
        else
        {
            graph.Yield(node, new Activation(ActivationKind.Clip, least, most), input);
        }

        double Bound(string name, int place, double usual)
        {
            var number =
                graph.ConstantAt(node, place) is { Count: 1 } stated ? stated.Numbers()[0]
                : place < node.Inputs.Length && node.Inputs[place].Length > 0
                    ? throw new InvalidDataException("its bounds are no constants")
                : node.Float(name, usual);

            // Exporters write the largest number for none.
            return Math.Abs(number) >= float.MaxValue ? usual : number;
        }
    }

    /// <summary>Sigmoid.</summary>
    public static void Sigmoid(Translation graph, OnnxNode node) =>
        Apply(graph, node, new Activation(ActivationKind.Sigmoid));

    /// <summary>HardSigmoid.</summary>
    public static void HardSigmoid(Translation graph, OnnxNode node) =>
        Apply(
            graph,
            node,
            new Activation(ActivationKind.HardSigmoid, node.Float("alpha", 0.2), node.Float("beta", 0.5))
        );

    /// <summary>HardSwish.</summary>
    public static void HardSwish(Translation graph, OnnxNode node) =>
        Apply(graph, node, new Activation(ActivationKind.HardSwish));

    /// <summary>Swish.</summary>
    public static void Swish(Translation graph, OnnxNode node) =>
        Apply(graph, node, new Activation(ActivationKind.Swish, node.Float("alpha", 1)));

    /// <summary>Tanh.</summary>
    public static void Tanh(Translation graph, OnnxNode node) =>
        Apply(graph, node, new Activation(ActivationKind.Tanh));

    /// <summary>Erf.</summary>
    public static void Erf(Translation graph, OnnxNode node) =>
        Apply(graph, node, new Activation(ActivationKind.Erf));

    /// <summary>Gelu.</summary>
    public static void Gelu(Translation graph, OnnxNode node) =>
        Apply(
            graph,
            node,
            new Activation(
                node.Text("approximate", "none") == "tanh" ? ActivationKind.GeluTanh : ActivationKind.Gelu
            )
        );

    /// <summary>Elu.</summary>
    public static void Elu(Translation graph, OnnxNode node) =>
        Apply(graph, node, new Activation(ActivationKind.Elu, node.Float("alpha", 1)));

    /// <summary>Softplus.</summary>
    public static void Softplus(Translation graph, OnnxNode node) =>
        Apply(graph, node, new Activation(ActivationKind.Softplus));

    /// <summary>Mish: x · tanh(softplus(x)).</summary>
    public static void Mish(Translation graph, OnnxNode node)
    {
        var input = graph.Read(node, 0);
        var gate = graph.Added(
            new Activation(ActivationKind.Tanh),
            graph.Added(new Activation(ActivationKind.Softplus), input)
        );
        graph.Yield(
            node,
            input with
            {
                Step = graph.Net.Add(new Product(), [input.Step, gate.Step], input.Shape),
            }
        );
    }

    /// <summary>Sqrt.</summary>
    public static void Root(Translation graph, OnnxNode node) =>
        Apply(graph, node, new Activation(ActivationKind.Power, 0.5));

    /// <summary>Reciprocal.</summary>
    public static void Inverse(Translation graph, OnnxNode node) =>
        Apply(graph, node, new Activation(ActivationKind.Power, -1));

    /// <summary>Neg.</summary>
    public static void Negate(Translation graph, OnnxNode node) => Apply(graph, node, new Rescale(-1, 0));

    /// <summary>Pow with a constant exponent.</summary>
    public static void Power(Translation graph, OnnxNode node) =>
        Apply(
            graph,
            node,
            graph.ConstantAt(node, 1) is { Count: 1 } exponent
                ? new Activation(ActivationKind.Power, exponent.Numbers()[0])
                : throw new InvalidDataException("its exponent is not one constant")
        );

    /// <summary>Softmax at the end, which the logits are before.</summary>
    public static void Softmax(Translation graph, OnnxNode node)
    {
        var input = graph.Read(node, 0);
        graph.Yield(
            node,
            input.Shape.IsPixel
                ? input with
                {
                    IsProbability = true,
                }
                : throw new InvalidDataException("it is a softmax of maps, as in attention")
        );
    }

    private static int Count(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count)
        && count is >= 1 and <= MostReadings
            ? count
            : 1;

    private static void Apply(Translation graph, OnnxNode node, IOperation operation) =>
        graph.Yield(node, operation, graph.Read(node, 0));
}
