using ZcBench.Benchmarks.Blueprints;
using ZcBench.Benchmarks.NasBench201;

namespace ZcBench.Benchmarks.NatsBenchSize;

/// <summary>
/// The size space of NATS-Bench (Dong et al., TPAMI 2021): one cell of NAS-Bench-201 in a network of five
/// layers, whose channels are searched. 8⁵ = 32,768 networks.
/// </summary>
internal sealed class NatsBenchSizeSpace : ISearchSpace
{
    // The module ReLUConvBN and the ReLU inside it: see Relu.Readings.
    private const int ReadingsOfReluConvBn = 2;
    private const int ConvolutionsOfCell = 5,
        ConvolutionsOfResidual = 3;

    /// <inheritdoc/>
    public string Id => "natsbench-size";

    /// <inheritdoc/>
    public string Title => "NATS-Bench size";

    /// <inheritdoc/>
    public Citation Paper { get; } =
        new(
            "Dong, Liu, Musial and Gabrys",
            "NATS-Bench: Benchmarking NAS Algorithms for Architecture Topology and Size",
            "TPAMI 2021",
            "https://arxiv.org/abs/2009.00437"
        );

    /// <inheritdoc/>
    public long Count => 32_768;

    /// <inheritdoc/>
    public int TrainingEpochs => 90;

    /// <summary>Reads the benchmark's text, the channels of five layers, "8:16:24:32:64".</summary>
    public Architecture Parse(string text) => Of(ChannelList.Parse(PastedText.Of(text, this)));

    /// <summary>All architectures, the channels of the last layer varying fastest.</summary>
    public IEnumerable<Architecture> Enumerate() =>
        Odometer
            .Rows(ChannelList.Layers, ChannelList.Choices.Length)
            .Select(digits => Of(new([.. digits.Select(digit => ChannelList.Choices[digit])])));

    /// <summary>
    /// Every network is connected and a function of its own. A skip between layers of different channels is a
    /// convolution.
    /// </summary>
    public GraphProperties Examine(Architecture architecture) =>
        new(
            IsConnected: true,
            HasDeadBranch: false,
            1
                + Layers(architecture)
                    .Sum(layer =>
                        layer.IsResidual ? ConvolutionsOfResidual
                        : layer.In == layer.Out ? ConvolutionsOfCell
                        : ConvolutionsOfCell + 1
                    ),
            architecture.Text
        );

    /// <summary>The 35 networks that differ in the channels of one layer.</summary>
    public IEnumerable<Architecture> Neighbours(Architecture architecture)
    {
        var channels = architecture.Cell<ChannelList>().Channels;
        for (var layer = 0; layer < channels.Length; layer++)
        {
            foreach (var other in ChannelList.Choices)
            {
                if (other != channels[layer])
                {
                    yield return Of(new(channels.SetItem(layer, other)));
                }
            }
        }
    }

    /// <summary>
    /// Stem 29 c₀; a cell 9 (2 ab + 3 b²) + 10 b, and ab + 2 b more where a ≠ b; a residual block
    /// 9 (ab + b²) + ab + 4 b; the last batch norm 2 c; the classifier (c + 1) K. a channels enter, b leave.
    /// </summary>
    public long Parameters(Architecture architecture, ImageTask task)
    {
        var channels = architecture.Cell<ChannelList>().Channels;
        return (9L * task.Image.Channels + 2) * channels[0]
            + Layers(architecture).Sum(layer => Weights(layer) + Scales(layer))
            + 2L * channels[^1]
            + (channels[^1] + 1L) * task.Classes;
    }

    /// <summary>
    /// The weights of all convolutions times the pixels of their outputs, and the classifier.
    /// </summary>
    public long Macs(Architecture architecture, ImageTask task)
    {
        var channels = architecture.Cell<ChannelList>().Channels;
        var (height, width) = (task.Image.Height, task.Image.Width);
        var sum = 9L * task.Image.Channels * channels[0] * height * width;
        foreach (var layer in Layers(architecture))
        {
            if (layer.IsResidual)
            {
                (height, width) = ((height + 1) / 2, (width + 1) / 2);
            }

            sum += Weights(layer) * height * width;
        }

        return sum + (channels[^1] + 1L) * task.Classes;
    }

    /// <inheritdoc/>
    public Blueprint Build(Architecture architecture, ImageTask task)
    {
        var net = new BlueprintBuilder(task) { InputOutDegree = 3 };
        var value = net.EndStage(
            "stem",
            net.ConvBn(
                "stem.conv",
                BlueprintBuilder.InputStep,
                architecture.Cell<ChannelList>().Channels[0],
                3
            )
        );
        foreach (var (index, layer) in Layers(architecture).Index())
        {
            var name = $"cell{index:D2}";
            value = net.EndStage(
                name,
                layer.IsResidual
                    ? NasBench201Space.ResidualBlock(net, $"{name}.res", value, layer.Out)
                    : AddCell(net, name, value, layer.Out)
            );
        }

        net.Classifier("classifier", net.GlobalAveragePool(net.Relu(net.BatchNorm("last", value), 1, 1)));
        return net.Finish();
    }

    /// <summary>Null: every network has the same cell.</summary>
    public Blueprint? BuildThinCell(Architecture architecture) => null;

    private Architecture Of(ChannelList channels) => new(Id, channels.Text, channels);

    // The second and the fourth layer halve the resolution.
    private static IEnumerable<(int In, int Out, bool IsResidual)> Layers(Architecture architecture)
    {
        var channels = architecture.Cell<ChannelList>().Channels;
        return channels.Select((output, i) => (channels[Math.Max(0, i - 1)], output, i % 2 == 1));
    }

    private static long Weights((int In, int Out, bool IsResidual) layer)
    {
        long cross = layer.In * layer.Out,
            square = layer.Out * layer.Out;
        return layer.IsResidual
            ? 9 * (cross + square) + cross
            : 9 * (2 * cross + 3 * square) + (layer.In == layer.Out ? 0 : cross);
    }

    private static long Scales((int In, int Out, bool IsResidual) layer) =>
        layer.Out
        * (
            layer.IsResidual ? 4
            : layer.In == layer.Out ? 10
            : 12
        );

    // |nor_conv_3x3~0|+|nor_conv_3x3~0|nor_conv_3x3~1|+|skip_connect~0|nor_conv_3x3~1|nor_conv_3x3~2|
    private static int AddCell(BlueprintBuilder net, string path, int input, int channels)
    {
        var shape = net.ShapeOf(input) with { Channels = channels };
        var first = Rectified(input, modules: 2);
        var one = Convolution(first, 0, 1);
        var fromOne = Rectified(one, modules: 2);
        var two = net.Sum([Convolution(first, 0, 2), Convolution(fromOne, 1, 2)], shape);
        var skip =
            net.ShapeOf(input) == shape ? input : net.ConvBn($"{path}.edge0-3.conv", input, channels, 1);
        return net.Sum([skip, Convolution(fromOne, 1, 3), Convolution(Rectified(two, 1), 2, 3)], shape);

        int Convolution(int value, int source, int target) =>
            net.ConvBn($"{path}.edge{source}-{target}.conv", value, channels, 3);

        int Rectified(int value, int modules) => net.Relu(value, modules, modules * ReadingsOfReluConvBn);
    }
}
