using System.Collections.Immutable;
using ZcBench.Benchmarks.Blueprints;
using ZcBench.Onnx.Files;

namespace ZcBench.Onnx.Graph;

/// <summary>The windows of a convolution or pooling.</summary>
/// <param name="Height">Height in pixels.</param>
/// <param name="Width">Width in pixels.</param>
/// <param name="Stride">Stride in both directions.</param>
/// <param name="Dilation">Dilation in both directions.</param>
/// <param name="Padding">Padding on the four sides.</param>
/// <param name="RoundsUp">Whether a window that ends beyond the padding counts.</param>
internal sealed record Windows(
    int Height,
    int Width,
    int Stride,
    int Dilation,
    Margins Padding,
    bool RoundsUp
)
{
    private const int Largest = 1 << 16;

    /// <summary>The windows of a node on a map.</summary>
    /// <param name="node">The node.</param>
    /// <param name="kernel">Height and width where the node does not state them.</param>
    /// <param name="input">Shape of the map.</param>
    /// <exception cref="InvalidDataException">They are not of two dimensions, or too large.</exception>
    public static Windows Of(OnnxNode node, ImmutableArray<long>? kernel, Shape input)
    {
        var (height, width) = Pair(
            node.Ints("kernel_shape") ?? kernel ?? [],
            "its kernel is not of height and width"
        );
        var stride = Same(node, "strides");
        var dilation = Same(node, "dilations");
        Margins padding;
        switch (node.Text("auto_pad", "NOTSET"))
        {
            case "NOTSET":
                padding = Stated(node.Ints("pads") ?? [0, 0, 0, 0]);
                break;
            case "VALID":
                padding = default;
                break;
            case "SAME_UPPER":
                padding = Even(input, height, width, stride, dilation, isUpper: true);
                break;
            case "SAME_LOWER":
                padding = Even(input, height, width, stride, dilation, isUpper: false);
                break;
            case var other:
                throw new InvalidDataException($"auto_pad '{other}' is none");
        }

        return new(height, width, stride, dilation, padding, node.Int("ceil_mode", 0) == 1);
    }

    /// <summary>Whether the padding is the same on all sides.</summary>
    public bool IsEven =>
        Padding.Top == Padding.Left && Padding.Top == Padding.Bottom && Padding.Top == Padding.Right;

    /// <summary>The shape of the output.</summary>
    /// <exception cref="InvalidDataException">There is no window.</exception>
    public Shape Output(Shape input, long channels)
    {
        var padded = Padding.Around(input);
        return Translation.ShapeOf(
            channels,
            Places(padded.Height, Height, Padding.Top + (long)input.Height),
            Places(padded.Width, Width, Padding.Left + (long)input.Width)
        );
    }

    /// <summary>
    /// Padding at the bottom and on the right that the last windows need where sizes round up.
    /// </summary>
    public Margins Beyond(Shape input, Shape output)
    {
        var padded = Padding.Around(input);
        return new(
            0,
            0,
            Math.Max(0, (output.Height - 1) * Stride + Reach(Height) - padded.Height),
            Math.Max(0, (output.Width - 1) * Stride + Reach(Width) - padded.Width)
        );
    }

    private long Places(long size, int kernel, long inside)
    {
        var rest = size - Reach(kernel);
        if (rest < 0)
        {
            return 0;
        }

        var places = (RoundsUp ? (rest + Stride - 1) / Stride : rest / Stride) + 1;

        // The last window begins inside the map or its padding before it.
        return RoundsUp && (places - 1) * Stride >= inside ? places - 1 : places;
    }

    private int Reach(int kernel) => Dilation * (kernel - 1) + 1;

    private static Margins Stated(ImmutableArray<long> pads) =>
        pads is [var top, var left, var bottom, var right]
        && pads.All(pad => pad is >= -Largest and <= Largest)
            ? new((int)top, (int)left, (int)bottom, (int)right)
            : throw new InvalidDataException("its padding is not of four sides");

    private static Margins Even(Shape input, int height, int width, int stride, int dilation, bool isUpper)
    {
        var (rows, columns) = (Total(input.Height, height), Total(input.Width, width));
        return isUpper
            ? new(rows / 2, columns / 2, rows - rows / 2, columns - columns / 2)
            : new(rows - rows / 2, columns - columns / 2, rows / 2, columns / 2);

        int Total(int size, int kernel) =>
            Math.Max(0, ((size + stride - 1) / stride - 1) * stride + dilation * (kernel - 1) + 1 - size);
    }

    private static int Same(OnnxNode node, string name)
    {
        var (rows, columns) = Pair(node.Ints(name) ?? [1, 1], $"its {name} are not of height and width");
        return rows == columns
            ? rows
            : throw new InvalidDataException($"its {name} differ in height and width");
    }

    private static (int Rows, int Columns) Pair(ImmutableArray<long> sizes, string fault) =>
        sizes is [>= 1 and <= Largest, >= 1 and <= Largest]
            ? ((int)sizes[0], (int)sizes[1])
            : throw new InvalidDataException(fault);
}
