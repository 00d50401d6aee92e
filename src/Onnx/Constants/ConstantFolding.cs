using System.Collections.Immutable;
using ZcBench.Onnx.Files;

namespace ZcBench.Onnx.Constants;

/// <summary>
/// Calculates nodes that read constants alone: the shapes that exporters compute with, and weights that are
/// reshaped or turned. What would be large is put off until its numbers are asked for.
/// </summary>
internal static class ConstantFolding
{
    private const int MostDims = 16;

    /// <summary>The value of a node; null where the operation is not calculated.</summary>
    /// <param name="node">The node.</param>
    /// <param name="inputs">What it reads.</param>
    /// <param name="file">Where numbers of its attributes are.</param>
    /// <exception cref="InvalidDataException">The node does not fit what it reads.</exception>
    public static Constant? Of(OnnxNode node, IReadOnlyList<Constant?> inputs, ModelFile file)
    {
        if (node.Operator == "Constant")
        {
            return Stated(node, file);
        }

        if (inputs.Count == 0 || inputs[0] is not { } first)
        {
            return null;
        }

        return node.Operator switch
        {
            "Identity" => first.Named(node.Outputs[0]),
            "Cast" => first.Typed(
                node.Int("to", 0) is not ((long)ElementType.Float or (long)ElementType.Double or 10 or 16)
            ),
            "ConstantOfShape" => OfShape(node, first, file),
            "Shape" => Whole(node, [first.Dims.Length], [.. first.Dims.Select(dim => (double)dim)]),
            "Size" => Whole(node, [], [first.Count]),
            "Unsqueeze" => first.Shaped(Unsqueezed(first.Dims, Axes(node, inputs))),
            "Squeeze" => first.Shaped(Squeezed(first.Dims, Axes(node, inputs))),
            "Flatten" => first.Shaped(Flat(first.Dims, node.Int("axis", 1))),
            "Reshape" => first.Shaped(
                Reshaped(first.Dims, Target(node, inputs), node.Int("allowzero", 0) == 1)
            ),
            "Transpose" => first.Transposed(Order(node, first.Dims.Length)),
            "Concat" => Joined(node, inputs),
            "Gather" when inputs.Count > 1 && inputs[1] is { } places => Gathered(node, first, places),
            "Slice" => Sliced(node, inputs),
            "Range" when inputs is [_, { } end, { } step] => Counted(node, first, end, step),
            "Expand" when inputs is [_, { } shape] => Expanded(first, shape),
            "Neg" => first.Changed(number => -number),
            "Sqrt" => first.Changed(Math.Sqrt),
            "Reciprocal" => first.Changed(number => 1 / number),
            "Floor" => first.Changed(Math.Floor),
            "Ceil" => first.Changed(Math.Ceiling),
            "Add"
            or "Sub"
            or "Mul"
            or "Div"
            or "Pow"
            or "Mod"
            or "Min"
            or "Max"
            or "Equal" when inputs is [_, { } second] => Elementwise(node, first, second),
            "Where" when inputs is [_, { } yes, { } no] => Chosen(node, first, yes, no),
            "ReduceProd" => Multiplied(node, first),
            _ => null,
        };
    }

    /// <summary>Axes of an attribute or of the second input, counted from the front.</summary>
    public static ImmutableArray<long> Axes(OnnxNode node, IReadOnlyList<Constant?> inputs) =>
        node.Ints("axes")
        ?? (inputs.Count > 1 && inputs[1] is { } axes ? [.. axes.Numbers().Select(axis => (long)axis)] : []);

    /// <summary>The shape with dimensions of 1 put in.</summary>
    public static ImmutableArray<long> Unsqueezed(ImmutableArray<long> dims, ImmutableArray<long> axes)
    {
        var rank = dims.Length + axes.Length;
        if (rank > MostDims)
        {
            throw new InvalidDataException("it has too many dimensions");
        }

        var ones = axes.Select(axis => Axis(axis, rank)).ToHashSet();
        if (ones.Count != axes.Length)
        {
            throw new InvalidDataException("its axes are no axes");
        }

        var rest = new Queue<long>(dims);
        return [.. Enumerable.Range(0, rank).Select(dim => ones.Contains(dim) ? 1 : rest.Dequeue())];
    }

    /// <summary>The shape without some dimensions of 1; without all of them where none is named.</summary>
    public static ImmutableArray<long> Squeezed(ImmutableArray<long> dims, ImmutableArray<long> axes)
    {
        var dropped = axes.Select(axis => Axis(axis, dims.Length)).ToHashSet();
        return dropped.All(dim => dims[dim] == 1)
            ? [.. dims.Where((dim, i) => axes.IsEmpty ? dim != 1 : !dropped.Contains(i))]
            : throw new InvalidDataException("it drops a dimension that is not 1");
    }

    /// <summary>The shape as a matrix.</summary>
    public static ImmutableArray<long> Flat(ImmutableArray<long> dims, long axis)
    {
        var at = axis == dims.Length ? dims.Length : Axis(axis, dims.Length);
        return [Product(dims.AsSpan()[..at]), Product(dims.AsSpan()[at..])];
    }

    /// <summary>A shape with 0 for a dimension that stays and −1 for what is left over.</summary>
    public static ImmutableArray<long> Reshaped(
        ImmutableArray<long> dims,
        ImmutableArray<long> target,
        bool zeroIsZero
    )
    {
        if (target.Length > MostDims || target.Any(dim => dim is < -1 or > 1L << 40))
        {
            throw new InvalidDataException("the shape that it asks for is none");
        }

        var result = target
            .Select((dim, i) => dim == 0 && !zeroIsZero ? (i < dims.Length ? dims[i] : -2) : dim)
            .ToArray();
        var known = Product([.. result.Where(dim => dim != -1)]);
        var count = Product(dims.AsSpan());
        var open = result.Count(dim => dim == -1);
        if (open == 1 && known > 0 && count % known == 0)
        {
            result[Array.IndexOf(result, -1)] = count / known;
            known = count;
        }

        return open <= 1 && known == count && !result.Contains(-2)
            ? [.. result]
            : throw new InvalidDataException(
                $"the shape [{string.Join(", ", target)}] does not fit [{string.Join(", ", dims)}]"
            );
    }

    /// <summary>The shape that a Reshape asks for.</summary>
    public static ImmutableArray<long> Target(OnnxNode node, IReadOnlyList<Constant?> inputs) =>
        node.Ints("shape")
        ?? (
            inputs.Count > 1 && inputs[1] is { } shape
                ? [.. shape.Numbers().Select(dim => (long)dim)]
                : throw new InvalidDataException("its shape depends on the images")
        );

    /// <summary>The order of dimensions of a Transpose; backwards where none is given.</summary>
    public static ImmutableArray<int> Order(OnnxNode node, int rank)
    {
        ImmutableArray<int> order = node.Ints("perm") is { } stated
            ? [.. stated.Select(dim => (int)Math.Clamp(dim, -1, MostDims))]
            : [.. Enumerable.Range(0, rank).Reverse()];
        return order.Order().SequenceEqual(Enumerable.Range(0, rank))
            ? order
            : throw new InvalidDataException("its order of dimensions is none");
    }

    /// <summary>An axis counted from the front.</summary>
    public static int Axis(long axis, int rank) =>
        axis >= -rank && axis < rank
            ? (int)(axis < 0 ? axis + rank : axis)
            : throw new InvalidDataException($"axis {axis} is none of {rank}");

    private static Constant? Stated(OnnxNode node, ModelFile file)
    {
        var name = node.Outputs[0];
        return node.Attributes.GetValueOrDefault("value")?.Tensor is { } tensor
                ? Constant.Of(tensor, file).Named(name)
            : node.Attributes.GetValueOrDefault("value_float")?.Float is { } number
                ? Constant.Of(name, [], false, [number])
            : node.Attributes.GetValueOrDefault("value_int")?.Int is { } whole
                ? Constant.Of(name, [], true, [whole])
            : node.Attributes.GetValueOrDefault("value_ints")?.Ints is { } ints
                ? Constant.Of(name, [ints.Length], true, [.. ints.Select(item => (double)item)])
            : node.Attributes.GetValueOrDefault("value_floats")?.Floats is { } floats
                ? Constant.Of(name, [floats.Length], false, [.. floats])
            : null;
    }

    private static Constant OfShape(OnnxNode node, Constant shape, ModelFile file)
    {
        ImmutableArray<long> dims = [.. shape.Numbers().Select(dim => (long)dim)];
        if (dims.Length > MostDims || dims.Any(dim => dim is < 0 or > 1L << 31) || Product(dims.AsSpan()) < 0)
        {
            throw new InvalidDataException("the shape that it asks for is none");
        }

        var fill = node.Attributes.GetValueOrDefault("value")?.Tensor;
        var number = fill is null ? 0 : One(Constant.Of(fill, file));
        return Constant.Filled(node.Outputs[0], dims, fill?.Type is ElementType.Int64, number);
    }

    private static Constant Whole(OnnxNode node, ImmutableArray<long> dims, double[] numbers) =>
        Constant.Of(node.Outputs[0], dims, true, numbers);

    private static Constant? Joined(OnnxNode node, IReadOnlyList<Constant?> inputs)
    {
        if (inputs.Any(input => input is not { Dims.Length: 1 }))
        {
            return null;
        }

        double[] numbers = [.. inputs.SelectMany(input => input!.Numbers())];
        return Constant.Of(node.Outputs[0], [numbers.Length], inputs[0]!.IsWhole, numbers);
    }

    private static Constant? Gathered(OnnxNode node, Constant from, Constant places)
    {
        if (from.Dims.Length != 1 || node.Int("axis", 0) != 0)
        {
            return null;
        }

        var numbers = from.Numbers();
        return Constant.Of(
            node.Outputs[0],
            places.Dims,
            from.IsWhole,
            [.. places.Numbers().Select(place => numbers[Axis((long)place, numbers.Length)])]
        );
    }

    private static Constant Sliced(OnnxNode node, IReadOnlyList<Constant?> inputs)
    {
        var from = inputs[0]!;
        var ranges = SliceRange.Of(node, inputs, from.Dims);
        var numbers = from.Numbers();
        var taken = new double[ranges.Aggregate(1L, (count, range) => count * range.Count)];
        for (var i = 0; i < taken.Length; i++)
        {
            var (rest, place, stride) = ((long)i, 0L, 1L);
            for (var dim = ranges.Length - 1; dim >= 0; dim--)
            {
                place += (ranges[dim].First + rest % ranges[dim].Count * ranges[dim].Step) * stride;
                rest /= ranges[dim].Count;
                stride *= from.Dims[dim];
            }

            taken[i] = numbers[place];
        }

        return Constant.Of(node.Outputs[0], [.. ranges.Select(range => range.Count)], from.IsWhole, taken);
    }

    private static Constant Counted(OnnxNode node, Constant first, Constant end, Constant step)
    {
        var (from, to, by) = (One(first), One(end), One(step));
        var count = by == 0 ? 0 : Math.Max(0, Math.Ceiling((to - from) / by));
        return count <= Constant.MostCalculated
            ? Constant.Of(
                node.Outputs[0],
                [(long)count],
                first.IsWhole,
                [.. Enumerable.Range(0, (int)count).Select(i => from + i * by)]
            )
            : throw new InvalidDataException("its range is too long");
    }

    private static double One(Constant constant) =>
        constant.Count == 1 ? constant.Numbers()[0] : throw new InvalidDataException("it takes one number");

    private static Constant? Expanded(Constant from, Constant shape) =>
        from.Count == 1 && shape.Numbers() is var dims && dims.Length <= MostDims
            ? Constant.Filled(
                from.Name,
                [.. dims.Select(dim => dim is >= 1 and <= int.MaxValue ? (long)dim : 1)],
                from.IsWhole,
                One(from)
            )
            : null;

    private static Constant Elementwise(OnnxNode node, Constant one, Constant other)
    {
        var isWhole = one.IsWhole && other.IsWhole;
        Func<double, double, double> apply = node.Operator switch
        {
            "Add" => (a, b) => a + b,
            "Sub" => (a, b) => a - b,
            "Mul" => (a, b) => a * b,
            "Div" => isWhole ? (a, b) => b == 0 ? 0 : Math.Truncate(a / b) : (a, b) => a / b,
            "Pow" => Math.Pow,
            "Mod" => (a, b) => b == 0 ? 0 : a - b * Math.Floor(a / b),
            "Min" => Math.Min,
            "Max" => Math.Max,
            _ => (a, b) => a.Equals(b) ? 1 : 0,
        };
        var dims = Broadcast(one.Dims, other.Dims);
        return Constant.Of(
            node.Outputs[0],
            dims,
            isWhole,
            [.. Spread(one, dims).Zip(Spread(other, dims), apply)]
        );
    }

    private static Constant Chosen(OnnxNode node, Constant condition, Constant yes, Constant no)
    {
        var dims = Broadcast(condition.Dims, Broadcast(yes.Dims, no.Dims));
        return Constant.Of(
            node.Outputs[0],
            dims,
            yes.IsWhole,
            [
                .. Spread(condition, dims)
                    .Zip(Spread(yes, dims), Spread(no, dims))
                    .Select(item => item.First != 0 ? item.Second : item.Third),
            ]
        );
    }

    private static Constant? Multiplied(OnnxNode node, Constant from) =>
        from.Dims.Length == 1
            ? Constant.Of(
                node.Outputs[0],
                node.Int("keepdims", 1) == 1 ? [1] : [],
                from.IsWhole,
                [from.Numbers().Aggregate(1.0, (a, b) => a * b)]
            )
            : null;

    private static ImmutableArray<long> Broadcast(ImmutableArray<long> one, ImmutableArray<long> other)
    {
        var rank = Math.Max(one.Length, other.Length);
        var dims = new long[rank];
        for (var i = 1; i <= rank; i++)
        {
            var (a, b) = (i <= one.Length ? one[^i] : 1, i <= other.Length ? other[^i] : 1);
            dims[^i] =
                a == 1 ? b
                : b == 1 || a == b ? a
                : throw new InvalidDataException("what it reads is not of one shape");
        }

        return Product(dims) <= Constant.MostCalculated
            ? [.. dims]
            : throw new InvalidDataException("its result is too large to calculate");
    }

    // The numbers repeated along the dimensions of 1.
    private static double[] Spread(Constant constant, ImmutableArray<long> dims)
    {
        var numbers = constant.Numbers();
        var spread = new double[Product(dims.AsSpan())];
        for (var i = 0; i < spread.Length; i++)
        {
            var (rest, place, stride) = ((long)i, 0L, 1L);
            for (var dim = 1; dim <= constant.Dims.Length; dim++)
            {
                var size = constant.Dims[^dim];
                place += size == 1 ? 0 : rest % dims[^dim] * stride;
                rest /= dims[^dim];
                stride *= size;
            }

            spread[i] = numbers[place];
        }

        return spread;
    }

    private static long Product(ReadOnlySpan<long> dims)
    {
        var product = 1L;
        foreach (var dim in dims)
        {
            product =
                dim != 0 && product > (1L << 40) / Math.Max(1, Math.Abs(dim)) ? 1L << 41 : product * dim;
        }

        return product;
    }
}
