using System.Collections.Immutable;
using ZcBench.Benchmarks.Blueprints;
using ZcBench.Onnx.Constants;
using ZcBench.Onnx.Files;

namespace ZcBench.Onnx.Graph;

/// <summary>Operations that lay numbers out in another way.</summary>
internal static class ShapeOperators
{
    /// <summary>What changes nothing: Dropout, Identity, Cast.</summary>
    public static void Pass(Translation graph, OnnxNode node)
    {
        if (graph.SignalAt(node, 0) is { } signal)
        {
            graph.Yield(node, signal);
        }
        else
        {
            graph.Yield(node, graph.Read(node, 0));
        }
    }

    /// <summary>Reshape to features, to groups of channels and back, or to pixels in a row.</summary>
    public static void Reshape(Translation graph, OnnxNode node) =>
        To(
            graph,
            node,
            dims =>
                ConstantFolding.Reshaped(
                    dims,
                    ConstantFolding.Target(node, graph.ConstantsOf(node)),
                    node.Int("allowzero", 0) == 1
                )
        );

    /// <summary>Flatten.</summary>
    public static void Flatten(Translation graph, OnnxNode node) =>
        To(graph, node, dims => ConstantFolding.Flat(dims, node.Int("axis", 1)));

    /// <summary>Squeeze.</summary>
    public static void Squeeze(Translation graph, OnnxNode node)
    {
        var axes = ConstantFolding.Axes(node, graph.ConstantsOf(node));
        To(
            graph,
            node,
            dims =>
                ConstantFolding.Squeezed(
                    dims,
                    axes.IsEmpty
                        ?
                        [
                            .. Enumerable
                                .Range(1, dims.Length - 1)
                                .Where(dim => dims[dim] == 1)
                                .Select(dim => (long)dim),
                        ]
                        : axes
                )
        );
    }

    /// <summary>Unsqueeze.</summary>
    public static void Unsqueeze(Translation graph, OnnxNode node) =>
        To(
            graph,
            node,
            dims => ConstantFolding.Unsqueezed(dims, ConstantFolding.Axes(node, graph.ConstantsOf(node)))
        );

    /// <summary>Expand of one pixel, which products do by themselves.</summary>
    public static void Expand(Translation graph, OnnxNode node)
    {
        var input = graph.Read(node, 0);
        graph.Yield(
            node,
            input.Shape.IsPixel ? input : throw new InvalidDataException("it repeats maps of several pixels")
        );
    }

    /// <summary>Transpose: channels first or last, or the groups of a channel shuffle.</summary>
    public static void Transpose(Translation graph, OnnxNode node)
    {
        var input = graph.Read(node, 0);
        var order = ConstantFolding.Order(node, input.Dims(graph.Batch).Length);
        var turned = (input.Layout, order) switch
        {
            (Layout.Maps, [0, 2, 3, 1]) => input with { Layout = Layout.ChannelsLast },
            (Layout.ChannelsLast, [0, 3, 1, 2]) => input with { Layout = Layout.Maps },
            (Layout.Grouped, [0, 2, 1, 3, 4]) => input with { Layout = Layout.Shuffled },
            (_, [0, .. var rest]) when rest.Order().SequenceEqual(rest) => input,
            _ => throw new InvalidDataException("its order of dimensions is not of channels or their groups"),
        };
        graph.Yield(node, turned);
    }

    private static void To(
        Translation graph,
        OnnxNode node,
        Func<ImmutableArray<long>, ImmutableArray<long>> reshape
    )
    {
        var input = graph.SignalAt(node, 0) is { IsProbability: true } end ? end : graph.Read(node, 0);
        var dims = input.Dims(graph.Batch);
        var target = reshape(dims);
        graph.Yield(
            node,
            target.SequenceEqual(dims)
                ? input
                : Laid(graph, input, target)
                    ?? throw new InvalidDataException(
                        $"it turns [{string.Join(", ", dims)}] into [{string.Join(", ", target)}], "
                            + "which mixes images, channels or pixels"
                    )
        );
    }

    private static Signal? Laid(Translation graph, Signal input, ImmutableArray<long> target)
    {
        if (target.IsEmpty || target[0] != graph.Batch)
        {
            return null;
        }

        var (c, h, w) = (input.Shape.Channels, input.Shape.Height, input.Shape.Width);
        var isPlain = input.Layout is Layout.Maps or Layout.Features or Layout.Pixels;
        switch (target)
        {
            case [_, var features] when input.Shape.IsPixel && features == c:
                return input with { Layout = Layout.Features };
            case [_, _] when isPlain || input.Layout == Layout.ChannelsLast:
                return graph.Added(
                    new Flattening(PixelsFirst: input.Layout == Layout.ChannelsLast),
                    input with
                    {
                        Layout = Layout.Features,
                    },
                    Translation.ShapeOf(input.Shape.Elements, 1, 1)
                );
            case [_, var channels, _] when isPlain && channels == c:
                return input with { Layout = Layout.Pixels };
            case [_, var channels, var rows, var columns]
                when isPlain && (channels, rows, columns) == (c, h, w):
                return input with { Layout = Layout.Maps };
            case [_, var rows, var columns, var channels]
                when input.Shape.IsPixel && (channels, rows, columns) == (c, 1, 1):
                return input with { Layout = Layout.ChannelsLast };
            case [_, var channels, var rows, var columns]
                when input.Layout == Layout.Shuffled && (channels, rows, columns) == (c, h, w):
                return graph.Added(
                    new ChannelShuffle(input.Groups),
                    input with
                    {
                        Layout = Layout.Maps,
                        Groups = 1,
                    }
                );
            case [_, var channels, var rows, var columns]
                when input.Layout == Layout.Grouped && (channels, rows, columns) == (c, h, w):
                return input with { Layout = Layout.Maps, Groups = 1 };
            case [_, var groups, var channels, var rows, var columns]
                when input.Layout == Layout.Maps
                    && (groups * channels, rows, columns) == (c, h, w)
                    && groups >= 1:
                return input with { Layout = Layout.Grouped, Groups = (int)groups };
            default:
                return null;
        }
    }
}
