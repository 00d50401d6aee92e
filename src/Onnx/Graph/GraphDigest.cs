using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using ZcBench.Benchmarks.Blueprints;

namespace ZcBench.Onnx.Graph;

/// <summary>
/// A network's name for itself: a digest of its operations, what they read and the names of their weights,
/// which decide how weights are drawn. Neither the name of its file nor the numbers in it nor the size of
/// images matter.
/// </summary>
internal static class GraphDigest
{
    private const int Digits = 32;

    /// <summary>32 hexadecimal digits.</summary>
    public static string Of(Blueprint network)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{network.Task.Image.Channels}\n");
        foreach (var step in network.Steps)
        {
            text.Append(
                CultureInfo.InvariantCulture,
                $"{Words(step.Operation)} {string.Join(' ', step.Inputs)}\n"
            );
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())))[..Digits];
    }

    private static string Words(IOperation operation) =>
        operation switch
        {
            Convolution conv => Line(
                $"conv {conv.Path} {conv.Bias ?? "-"} {conv.In} {conv.Out} {conv.Kernel} {conv.KernelWidth}"
            ) + Line($" {conv.Stride} {conv.Padding} {conv.Groups} {conv.Dilation}"),
            Classifier linear => Line(
                $"classifier {linear.Weight} {linear.Bias ?? "-"} {linear.In} {linear.Out}"
            ),
            BatchNorm norm => Line($"norm {norm.Path} {norm.IsAffine} {norm.Epsilon:R} {norm.Momentum:R}"),
            Relu relu => Line($"relu {relu.Modules} {relu.Readings} {relu.Slope:R} {relu.Ceiling:R}"),
            Activation activation => Line($"{activation.Kind} {activation.Alpha:R} {activation.Beta:R}"),
            Rescale rescale => Line($"rescale {rescale.Factor:R} {rescale.Offset:R}"),
            ChannelScale scale => Line($"scale {scale.Path} {scale.Initial:R}"),
            ChannelShift shift => $"shift {shift.Path}",
            MaxPool pool => Line($"max {pool.Kernel} {pool.Stride} {pool.Padding} {Sides(pool.Extra)}"),
            AveragePool pool => Line(
                $"mean {pool.Kernel} {pool.Stride} {pool.Padding} {Sides(pool.Extra)} {pool.CountsPadding}"
            ),
            Pad pad => $"pad {Sides(pad.Sides)}",
            ChannelRange range => Line($"channels {range.First} {range.Count}"),
            ChannelShuffle shuffle => Line($"shuffle {shuffle.Groups}"),
            ChannelWindow window => Line($"window {window.Size}"),
            Flattening flattening => Line($"flatten {flattening.PixelsFirst}"),
            _ => operation.GetType().Name,
        };

    private static string Sides(Margins sides) =>
        Line($"{sides.Top} {sides.Left} {sides.Bottom} {sides.Right}");

    private static string Line(FormattableString text) => FormattableString.Invariant(text);
}
