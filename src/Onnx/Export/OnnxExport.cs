using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using ZcBench.Benchmarks;
using ZcBench.Benchmarks.Blueprints;
using ZcBench.Onnx.Graph;

namespace ZcBench.Onnx.Export;

/// <summary>
/// Writes a network of a benchmark as an ONNX file of opset 13. What ONNX has no place for (the stages, how
/// often a ReLU is read, the edges out of a cell's input) is noted in the file's metadata, so that the file
/// read back is the same network.
/// </summary>
public sealed class OnnxExport
{
    private const int IrVersion = 8,
        Opset = 13;
    private const string Images = "images",
        Logits = "logits";
    private readonly GraphWriter _writer = new();
    private readonly Blueprint _network;
    private readonly OnnxWeights? _weights;
    private readonly string[] _names;

    private OnnxExport(Blueprint network, OnnxWeights? weights)
    {
        _network = network;
        _weights = weights;
        _names =
        [
            .. network.Steps.Select(step =>
                step.Index == 0 ? Images
                : step.Index == network.Steps.Length - 1 ? Logits
                : string.Create(CultureInfo.InvariantCulture, $"step{step.Index}")
            ),
        ];
    }

    /// <summary>The bytes of the file.</summary>
    /// <param name="network">The network.</param>
    /// <param name="weights">
    /// Its weights; null for none, and then each is one number throughout, which takes no room.
    /// </param>
    /// <exception cref="UserError">The network has an operation that is not written.</exception>
    public static byte[] Write(Blueprint network, OnnxWeights? weights) =>
        new OnnxExport(network, weights).Write();

    private byte[] Write()
    {
        foreach (var step in _network.Steps.Skip(1))
        {
            Write(step, [.. step.Inputs.Select(input => _names[input])], _names[step.Index]);
        }

        var image = _network.Task.Image;
        _writer.Graph.Text(2, "network");
        _writer.Declare(11, Images, [-1, image.Channels, image.Height, image.Width]);
        _writer.Declare(12, Logits, [-1, _network.Task.Classes]);
        var model = new WireMessage()
            .Whole(1, IrVersion)
            .Text(2, "zcbench")
            .Message(7, _writer.Graph)
            .Message(8, new WireMessage().Text(1, "").Whole(2, Opset))
            .Message(14, Pair(GraphNotes.StagesKey, JsonSerializer.Serialize(Stages())));
        if (_network.InputOutDegree is { } degree)
        {
            model.Message(14, Pair(GraphNotes.DegreeKey, degree.ToString(CultureInfo.InvariantCulture)));
        }

        return model.ToArray();
    }

    // A stage without steps of its own ends where the one before it does.
    private IEnumerable<string[]> Stages() =>
        _network.Stages.Select(stage =>
            (string[])
                [
                    stage.Name,
                    _names[stage.Step],
                    _names[Math.Max(1, stage.Steps.End.GetOffset(_network.Steps.Length) - 1)],
                ]
        );

    private static WireMessage Pair(string key, string value) =>
        new WireMessage().Text(1, key).Text(2, value);

    private void Write(Step step, ImmutableArray<string> inputs, string output)
    {
        switch (step.Operation)
        {
            case Convolution conv:
                _writer.Node("Conv", [inputs[0], Weight(conv), .. Bias(conv)], output, Attributes(conv));
                break;
            case BatchNorm norm:
                _writer.Node(
                    "BatchNormalization",
                    [inputs[0], .. Rows(norm)],
                    output,
                    [
                        GraphWriter.Float("epsilon", norm.Epsilon),
                        GraphWriter.Float("momentum", (double)(1 - (decimal)norm.Momentum)),
                    ]
                );
                break;
            case Relu { IsPlain: true } relu:
                _writer.Node("Relu", inputs, output, note: Note(relu));
                break;
            case MaxPool { Extra.IsEmpty: true } pool:
                _writer.Node("MaxPool", inputs, output, Windows(pool.Kernel, pool.Stride, pool.Padding));
                break;
            case AveragePool { Extra.IsEmpty: true } pool:
                _writer.Node(
                    "AveragePool",
                    inputs,
                    output,
                    [
                        .. Windows(pool.Kernel, pool.Stride, pool.Padding),
                        GraphWriter.Int("count_include_pad", pool.CountsPadding ? 1 : 0),
                    ]
                );
                break;
            case GlobalAveragePool:
                _writer.Node("GlobalAveragePool", inputs, output);
                break;
            case Sum:
                _writer.Node("Sum", inputs, output);
                break;
            case Concatenation:
                _writer.Node("Concat", inputs, output, [GraphWriter.Int("axis", 1)]);
                break;
            case ChannelRange range:
                _writer.Node(
                    "Slice",
                    [
                        inputs[0],
                        _writer.Wholes([range.First]),
                        _writer.Wholes([range.First + range.Count]),
                        _writer.Wholes([1]),
                    ],
                    output
                );
                break;
            case Shift:
                Pad(inputs[0], new(-1, -1, 1, 1), output);
                break;
            case Pad pad:
                Pad(inputs[0], pad.Sides, output);
                break;
            case Zero:
                _writer.Filled(
                    output,
                    [1, step.Output.Channels, step.Output.Height, step.Output.Width],
                    number: 0
                );
                break;
            case Classifier linear:
                var features = $"{output}.features";
                _writer.Node("Flatten", inputs, features, [GraphWriter.Int("axis", 1)]);
                _writer.Node(
                    "Gemm",
                    [features, Weight(linear), .. Bias(linear)],
                    output,
                    [GraphWriter.Int("transB", 1)]
                );
                break;
            default:
                throw new UserError(
                    $"{step.Operation.GetType().Name} is not written as ONNX; "
                        + "export an architecture of a benchmark (zcbench ls spaces)"
                );
        }
    }

    private static string Note(Relu relu) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{ActivationOperators.Readings}{relu.Modules} {relu.Readings}"
        );

    private void Pad(string input, Margins sides, string output) =>
        _writer.Node(
            "Pad",
            [input, _writer.Wholes([0, 0, sides.Top, sides.Left, 0, 0, sides.Bottom, sides.Right])],
            output
        );

    private static WireMessage[] Attributes(Convolution conv) =>
        [
            GraphWriter.Ints("kernel_shape", conv.Kernel, conv.KernelWidth),
            GraphWriter.Ints("strides", conv.Stride, conv.Stride),
            GraphWriter.Ints("pads", conv.Padding, conv.Padding, conv.Padding, conv.Padding),
            GraphWriter.Ints("dilations", conv.Dilation, conv.Dilation),
            GraphWriter.Int("group", conv.Groups),
        ];

    private static WireMessage[] Windows(int kernel, int stride, int padding) =>
        [
            GraphWriter.Ints("kernel_shape", kernel, kernel),
            GraphWriter.Ints("strides", stride, stride),
            GraphWriter.Ints("pads", padding, padding, padding, padding),
        ];

    private string Weight(Convolution conv) =>
        Weight(conv.Path, [conv.Out, conv.GroupIn, conv.Kernel, conv.KernelWidth], conv.FanIn);

    private string Weight(Classifier linear) => Weight(linear.Weight, [linear.Out, linear.In], linear.In);

    private string Weight(string path, ImmutableArray<long> dims, int fanIn)
    {
        if (_weights is null)
        {
            _writer.Filled(path, dims, 1.0 / fanIn);
        }
        else
        {
            var count = dims.Aggregate(1L, (a, b) => a * b);
            _writer.Tensor(path, dims, _weights.Weights(path, count, fanIn));
        }

        return path;
    }

    private IEnumerable<string> Bias(Convolution conv) => Bias(conv.Bias, conv.Out, conv.FanIn);

    private IEnumerable<string> Bias(Classifier linear) => Bias(linear.Bias, linear.Out, linear.In);

    private IEnumerable<string> Bias(string? path, int count, int fanIn)
    {
        if (path is not null)
        {
            _writer.Tensor(path, [count], _weights?.Biases(path, count, fanIn) ?? new float[count]);
            yield return path;
        }
    }

    private IEnumerable<string> Rows(BatchNorm norm)
    {
        foreach (
            var (ending, number) in new[] { ("weight", 1f), ("bias", 0f), ("mean", 0f), ("variance", 1f) }
        )
        {
            var numbers = new float[norm.Channels];
            numbers.AsSpan().Fill(number);
            var name = $"{norm.Path}.{ending}";
            _writer.Tensor(name, [norm.Channels], numbers);
            yield return name;
        }
    }
}
