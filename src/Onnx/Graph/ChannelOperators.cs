using System.Collections.Immutable;
using ZcBench.Benchmarks.Blueprints;
using ZcBench.Onnx.Constants;
using ZcBench.Onnx.Files;

namespace ZcBench.Onnx.Graph;

/// <summary>Operations that take maps apart and put them together.</summary>
internal static class ChannelOperators
{
    /// <summary>Concat by channel.</summary>
    public static void Join(Translation graph, OnnxNode node)
    {
        Signal[] parts = [.. node.Inputs.Select((_, input) => graph.Read(node, input))];
        var first = parts[0];
        RequireChannels(graph, first, node.Int("axis", 1));
        if (
            !Array.TrueForAll(
                parts,
                part =>
                    part.Layout == first.Layout
                    && (part.Shape.Height, part.Shape.Width) == (first.Shape.Height, first.Shape.Width)
            )
        )
        {
            throw new InvalidDataException("it joins maps of different sizes");
        }

        var shape = Translation.ShapeOf(
            parts.Sum(part => (long)part.Shape.Channels),
            first.Shape.Height,
            first.Shape.Width
        );
        graph.Yield(
            node,
            parts.Length == 1
                ? first
                : first with
                {
                    Step = graph.Net.Add(new Concatenation(), [.. parts.Select(part => part.Step)], shape),
                    Shape = shape,
                }
        );
    }

    /// <summary>Split by channel.</summary>
    public static void Split(Translation graph, OnnxNode node)
    {
        var input = graph.Read(node, 0);
        RequireChannels(graph, input, node.Int("axis", 0));
        var channels = input.Shape.Channels;
        var count = node.Outputs.Length;
        ImmutableArray<long> sizes =
            node.Ints("split")
            ?? (
                graph.ConstantAt(node, 1) is { } stated
                    ? [.. stated.Numbers().Select(size => (long)size)]
                    : Equal(channels, count)
            );
        if (
            sizes.Length != count
            || sizes.Any(size => size < 1 || size > channels)
            || sizes.Sum() != channels
        )
        {
            throw new InvalidDataException($"its parts do not make up {channels} channels");
        }

        var first = 0;
        foreach (var (output, size) in sizes.Index())
        {
            Take(graph, node, input, first, (int)size, output);
            first += (int)size;
        }
    }

    /// <summary>Slice of channels, or of rows and columns.</summary>
    public static void Slice(Translation graph, OnnxNode node)
    {
        var input = graph.Read(node, 0);
        var ranges = SliceRange.Of(node, graph.ConstantsOf(node), input.Dims(graph.Batch));
        if (ranges.Any(range => range.Step != 1))
        {
            throw new InvalidDataException("it leaves places out between those that it takes");
        }

        if (
            ranges[0] != new SliceRange(0, graph.Batch)
            || input.Layout is not (Layout.Maps or Layout.Features)
        )
        {
            throw new InvalidDataException("it takes other parts than channels, rows or columns");
        }

        var taken = ranges[1];
        var part =
            taken == new SliceRange(0, input.Shape.Channels)
                ? input
                : graph.Added(
                    new ChannelRange((int)taken.First, (int)taken.Count),
                    input,
                    input.Shape with
                    {
                        Channels = (int)taken.Count,
                    }
                );
        if (ranges is [_, _, var rows, var columns])
        {
            var sides = new Margins(
                -(int)rows.First,
                -(int)columns.First,
                (int)(rows.First + rows.Count) - input.Shape.Height,
                (int)(columns.First + columns.Count) - input.Shape.Width
            );
            part = Padded(graph, part, sides);
        }

        graph.Yield(node, part);
    }

    /// <summary>Pad with zeros on the sides of maps.</summary>
    public static void Pad(Translation graph, OnnxNode node)
    {
        var input = graph.ReadMaps(node, 0);
        var value = graph.ConstantAt(node, 2) is { Count: 1 } stated
            ? stated.Numbers()[0]
            : node.Float("value", 0);
        ImmutableArray<long> pads =
            node.Ints("pads")
            ?? node.Ints("paddings")
            ?? (
                graph.ConstantAt(node, 1) is { } listed
                    ? [.. listed.Numbers().Select(pad => (long)pad)]
                    : throw new InvalidDataException("its padding depends on the images")
            );
        if (node.Text("mode", "constant") != "constant" || value != 0)
        {
            throw new InvalidDataException("it pads with something else than zeros");
        }

        if (
            pads is not [0, 0, var top, var left, 0, 0, var bottom, var right]
            || pads.Any(pad => pad is < -65_536 or > 65_536)
        )
        {
            throw new InvalidDataException("it pads other dimensions than height and width");
        }

        graph.Yield(
            node,
            Padded(
                graph,
                input with
                {
                    Layout = Layout.Maps,
                },
                new((int)top, (int)left, (int)bottom, (int)right)
            )
        );
    }

    private static Signal Padded(Translation graph, Signal input, Margins sides)
    {
        if (sides.IsEmpty)
        {
            return input;
        }

        var padded = sides.Around(input.Shape);
        var shape = Translation.ShapeOf(padded.Channels, padded.Height, padded.Width);
        return graph.Added(sides == new Margins(-1, -1, 1, 1) ? new Shift() : new Pad(sides), input, shape);
    }

    private static void Take(Translation graph, OnnxNode node, Signal input, int first, int count, int output)
    {
        if (node.Outputs[output].Length > 0)
        {
            graph.Yield(
                node,
                new ChannelRange(first, count),
                input,
                input.Shape with
                {
                    Channels = count,
                },
                output
            );
        }
    }

    private static ImmutableArray<long> Equal(int channels, int count)
    {
        var size = (channels + count - 1) / count;
        return [.. Enumerable.Range(0, count).Select(part => (long)Math.Min(size, channels - part * size))];
    }

    private static void RequireChannels(Translation graph, Signal input, long axis)
    {
        var rank = input.Dims(graph.Batch).Length;
        var channel = input.Layout switch
        {
            Layout.Maps or Layout.Features or Layout.Pixels => 1,
            Layout.ChannelsLast => rank - 1,
            _ => -1,
        };
        if (ConstantFolding.Axis(axis, rank) != channel)
        {
            throw new InvalidDataException("it takes apart or joins other dimensions than channels");
        }
    }
}
