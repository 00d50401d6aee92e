using System.Collections.Immutable;
using ZcBench.Benchmarks.Blueprints;

namespace ZcBench.Benchmarks.TransNasBench101;

/// <summary>What networks of both spaces share: stem, head, datasets and the paper.</summary>
internal static class Parts
{
    /// <summary>Channels that leave the stem.</summary>
    public const int StemChannels = 64;

    /// <summary>
    /// How often the reference code of WOT reads a ReLU inside a module named ReLUConvBN: see
    /// <see cref="Relu.Readings"/>.
    /// </summary>
    public const int ReadingsOfReluConvBn = 2;

    /// <summary>Epochs of the classification of objects and of scenes.</summary>
    public const int TrainingEpochs = 25;

    private const int HalfStem = StemChannels / 2;

    /// <summary>The paper.</summary>
    public static Citation Paper { get; } =
        new(
            "Duan, Chen, Xu, Chen, Liang, Zhang and Li",
            "TransNAS-Bench-101: Improving Transferability and Generalizability of Cross-Task Neural "
                + "Architecture Search",
            "CVPR 2021",
            "https://arxiv.org/abs/2105.11871"
        );

    /// <summary>The seven tasks, whose names NASLib's files use too.</summary>
    public static IReadOnlyDictionary<string, string> NasLibDatasets { get; } =
        TransNasTasks.All.ToImmutableDictionary(
            task => task.Dataset,
            task => task.Dataset,
            StringComparer.Ordinal
        );

    /// <summary>Side of a map whose resolution was halved once, rounded up.</summary>
    public static int Half(int side) => (side + 1) / 2;

    /// <summary>
    /// Parameters of stem and classifier: 27 · 32 + 9 · 32 · 64 weights, 2 · 96 scales and shifts of three
    /// input channels, and (C + 1) K.
    /// </summary>
    public static long Parameters(ImageTask task, int channels) =>
        9L * task.Image.Channels * HalfStem
        + 9 * HalfStem * StemChannels
        + 2 * (HalfStem + StemChannels)
        + (channels + 1L) * task.Classes;

    /// <summary>Multiply-accumulates of stem and classifier.</summary>
    public static long Macs(ImageTask task, int channels)
    {
        var (height, width) = (Half(task.Image.Height), Half(task.Image.Width));
        return 9L * task.Image.Channels * HalfStem * height * width
            + 9L * HalfStem * StemChannels * Half(height) * Half(width)
            + (channels + 1L) * task.Classes;
    }

    /// <summary>Two 3x3 convolutions of stride 2 with batch norm, a ReLU between them.</summary>
    public static int AddStem(BlueprintBuilder net)
    {
        var first = net.ConvBn("stem.conv_a", BlueprintBuilder.InputStep, HalfStem, 3, stride: 2);
        return net.EndStage(
            "stem",
            net.ConvBn("stem.conv_b", Rectified(net, first), StemChannels, 3, stride: 2)
        );
    }

    /// <summary>Mean over all pixels and the classifier; neither batch norm nor ReLU before them.</summary>
    public static Blueprint Finish(BlueprintBuilder net, int value)
    {
        net.Classifier("classifier", net.GlobalAveragePool(value));
        return net.Finish();
    }

    /// <summary>The ReLU of one module ReLUConvBN.</summary>
    public static int Rectified(BlueprintBuilder net, int value) =>
        net.Relu(value, modules: 1, ReadingsOfReluConvBn);
}
