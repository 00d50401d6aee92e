using System.Collections.Immutable;
using ZcBench.Onnx.Files;

namespace ZcBench.Onnx.Constants;

/// <summary>What a Slice takes of one dimension.</summary>
/// <param name="First">The first place.</param>
/// <param name="Count">How many places.</param>
/// <param name="Step">From one to the next.</param>
internal readonly record struct SliceRange(long First, long Count, long Step = 1)
{
    /// <summary>What a Slice takes of each dimension.</summary>
    /// <exception cref="InvalidDataException">It is no slice, or takes nothing.</exception>
    public static ImmutableArray<SliceRange> Of(
        OnnxNode node,
        IReadOnlyList<Constant?> inputs,
        ImmutableArray<long> dims
    )
    {
        var starts = Listed(node, inputs, "starts", 1);
        var ends = Listed(node, inputs, "ends", 2);
        if (starts is null || ends is null || starts.Length != ends.Length || starts.Length > dims.Length)
        {
            throw new InvalidDataException("where it begins and ends is not stated");
        }

        var axes =
            Listed(node, inputs, "axes", 3) ?? [.. Enumerable.Range(0, starts.Length).Select(i => (double)i)];
        var steps = Listed(node, inputs, "steps", 4) ?? [.. starts.Select(_ => 1.0)];
        if (axes.Length != starts.Length || steps.Length != starts.Length)
        {
            throw new InvalidDataException("its axes are not as many as its starts");
        }

        SliceRange[] ranges = [.. dims.Select(dim => new SliceRange(0, dim))];
        for (var i = 0; i < starts.Length; i++)
        {
            var axis = ConstantFolding.Axis((long)axes[i], dims.Length);
            ranges[axis] = Of(
                starts[i],
                ends[i],
                Math.Clamp(steps[i], -int.MaxValue, int.MaxValue),
                dims[axis]
            );
        }

        return [.. ranges];
    }

    private static SliceRange Of(double start, double end, double step, long size)
    {
        var (least, most) = step < 0 ? (-1, size - 1) : (0, size);
        var (first, last) = (Place(start), Place(end));
        var count = step == 0 ? 0 : Math.Ceiling((last - first) / step);
        return count >= 1
            ? new((long)first, (long)count, (long)step)
            : throw new InvalidDataException("it takes nothing");

        double Place(double place) => Math.Clamp(place < 0 ? place + size : place, least, most);
    }

    private static double[]? Listed(OnnxNode node, IReadOnlyList<Constant?> inputs, string name, int input) =>
        node.Ints(name) is { } stated ? [.. stated.Select(item => (double)item)]
        : input < inputs.Count ? inputs[input]?.Numbers()
        : null;
}
