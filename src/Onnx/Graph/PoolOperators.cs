using ZcBench.Benchmarks.Blueprints;
using ZcBench.Onnx.Constants;
using ZcBench.Onnx.Files;

namespace ZcBench.Onnx.Graph;

/// <summary>Operations that summarise pixels.</summary>
internal static class PoolOperators
{
    /// <summary>MaxPool.</summary>
    public static void Largest(Translation graph, OnnxNode node)
    {
        var input = graph.ReadMaps(node, 0);
        var windows = Square(node, input.Shape);
        var output = windows.Output(input.Shape, input.Shape.Channels);
        var (padding, extra) = Padding(windows, input.Shape, output);
        graph.Yield(
            node,
            new MaxPool(windows.Height, windows.Stride, padding) { Extra = extra },
            input with
            {
                Layout = Layout.Maps,
            },
            output
        );
    }

    /// <summary>AveragePool; one that covers the whole map is a global one.</summary>
    public static void Average(Translation graph, OnnxNode node)
    {
        var input = graph.ReadMaps(node, 0);
        var shape = input.Shape;
        if (
            Windows.Of(node, null, shape) is { Padding.IsEmpty: true, Dilation: 1 } whole
            && (whole.Height, whole.Width) == (shape.Height, shape.Width)
        )
        {
            AverageAll(graph, node);
            return;
        }

        var windows = Square(node, shape);
        var output = windows.Output(shape, shape.Channels);
        var countsPadding = node.Int("count_include_pad", 0) == 1;
        var (padding, extra) = Padding(windows, shape, output);
        if (countsPadding && !windows.IsEven)
        {
            input = graph.Added(new Pad(windows.Padding), input, windows.Padding.Around(shape));
            (padding, extra) = (0, windows.Beyond(shape, output));
        }

        graph.Yield(
            node,
            new AveragePool(windows.Height, windows.Stride, padding)
            {
                Extra = extra,
                CountsPadding = countsPadding && padding > 0,
            },
            input with
            {
                Layout = Layout.Maps,
            },
            output
        );
    }

    /// <summary>GlobalAveragePool.</summary>
    public static void AverageAll(Translation graph, OnnxNode node) =>
        AverageAll(graph, node, graph.ReadMaps(node, 0) with { Layout = Layout.Maps });

    /// <summary>GlobalMaxPool.</summary>
    public static void LargestOfAll(Translation graph, OnnxNode node)
    {
        var input = graph.ReadMaps(node, 0);
        var shape = input.Shape;
        if (shape.Height != shape.Width)
        {
            throw new InvalidDataException($"it takes the largest of maps {shape} that are not square");
        }

        graph.Yield(
            node,
            new MaxPool(shape.Height, 1, 0),
            input with
            {
                Layout = Layout.Maps,
            },
            new(shape.Channels, 1, 1)
        );
    }

    /// <summary>ReduceMean over all pixels.</summary>
    public static void Mean(Translation graph, OnnxNode node)
    {
        var input = graph.Read(node, 0);
        var rank = input.Dims(graph.Batch).Length;
        var axes = ConstantFolding
            .Axes(node, graph.ConstantsOf(node))
            .Select(axis => ConstantFolding.Axis(axis, rank))
            .Order();
        int[]? pixels = input.Layout switch
        {
            Layout.Maps => [2, 3],
            Layout.ChannelsLast => [1, 2],
            Layout.Pixels => [2],
            _ => null,
        };
        var keeps = node.Int("keepdims", 1) == 1;
        if (pixels is null || !axes.SequenceEqual(pixels) || (keeps && input.Layout == Layout.Pixels))
        {
            throw new InvalidDataException("it takes the mean over other dimensions than all pixels");
        }

        AverageAll(graph, node, input with { Layout = keeps ? input.Layout : Layout.Features });
    }

    private static void AverageAll(Translation graph, OnnxNode node, Signal input) =>
        graph.Yield(node, new GlobalAveragePool(), input, new(input.Shape.Channels, 1, 1));

    private static Windows Square(OnnxNode node, Shape input)
    {
        var windows = Windows.Of(node, null, input);
        return windows.Height != windows.Width ? throw new InvalidDataException("its windows are not square")
            : windows.Dilation != 1 ? throw new InvalidDataException("its windows are dilated")
            : windows;
    }

    // What is the same on all sides, and what comes on top; no padding is wider than half a window.
    private static (int Padding, Margins Extra) Padding(Windows windows, Shape input, Shape output)
    {
        var (sides, beyond) = (windows.Padding, windows.Beyond(input, output));
        if (
            new[] { sides.Top, sides.Left, sides.Bottom, sides.Right }.Any(pad =>
                pad < 0 || pad >= windows.Height
            )
        )
        {
            throw new InvalidDataException("its padding is negative or as wide as a window");
        }

        var even = Math.Min(
            windows.Height / 2,
            Math.Min(Math.Min(sides.Top, sides.Left), Math.Min(sides.Bottom, sides.Right))
        );
        return (
            even,
            new(
                sides.Top - even,
                sides.Left - even,
                sides.Bottom - even + beyond.Bottom,
                sides.Right - even + beyond.Right
            )
        );
    }
}
