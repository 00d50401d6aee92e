using System.Collections.Immutable;
using ZcBench.Onnx.Files;

namespace ZcBench.Onnx.Constants;

/// <summary>
/// A value of the graph that does not depend on the images. Its numbers are read when they are asked for:
/// weights never, unless those of the file are wanted.
/// </summary>
internal sealed class Constant
{
    /// <summary>The most numbers that are calculated with.</summary>
    public const int MostCalculated = 1 << 16;

    private readonly Func<float[]> _floats;
    private readonly Func<double[]> _doubles;

    /// <summary>A value by its readers.</summary>
    public Constant(
        string name,
        ImmutableArray<long> dims,
        bool isWhole,
        Func<float[]> floats,
        Func<double[]> doubles
    )
    {
        Name = name;
        Dims = dims;
        IsWhole = isWhole;
        _floats = floats;
        _doubles = doubles;
    }

    /// <summary>Name of the initialiser that its numbers come from.</summary>
    public string Name { get; }

    /// <summary>Its shape.</summary>
    public ImmutableArray<long> Dims { get; }

    /// <summary>Whether its numbers are whole, so that division drops the rest.</summary>
    public bool IsWhole { get; }

    /// <summary>How many numbers it has.</summary>
    public long Count => Dims.Aggregate(1L, (a, b) => a * b);

    /// <summary>The tensor of a file.</summary>
    public static Constant Of(OnnxTensor tensor, ModelFile file) =>
        new(
            tensor.Name,
            tensor.Dims,
            tensor.Type
                is not (
                    ElementType.Float
                    or ElementType.Double
                    or ElementType.Float16
                    or ElementType.BFloat16
                ),
            () => file.Floats(tensor),
            () => file.Doubles(tensor)
        );

    /// <summary>Some numbers.</summary>
    public static Constant Of(string name, ImmutableArray<long> dims, bool isWhole, double[] numbers) =>
        new(name, dims, isWhole, () => [.. numbers.Select(number => (float)number)], () => numbers);

    /// <summary>One number throughout.</summary>
    public static Constant Filled(string name, ImmutableArray<long> dims, bool isWhole, double number)
    {
        return new(
            name,
            dims,
            isWhole,
            () =>
            {
                var numbers = new float[dims.Aggregate(1L, (a, b) => a * b)];
                numbers.AsSpan().Fill((float)number);
                return numbers;
            },
            () =>
            {
                var numbers = new double[dims.Aggregate(1L, (a, b) => a * b)];
                numbers.AsSpan().Fill(number);
                return numbers;
            }
        )
        {
            Fill = number,
        };
    }

    /// <summary>The number that it is filled with; null where its numbers may differ.</summary>
    public double? Fill { get; private init; }

    /// <summary>All numbers in single precision, row by row.</summary>
    public float[] Floats() => _floats();

    /// <summary>All numbers in double precision, row by row.</summary>
    /// <exception cref="InvalidDataException">There are too many to calculate with.</exception>
    public double[] Numbers() =>
        Count <= MostCalculated
            ? _doubles()
            : throw new InvalidDataException($"{Count} numbers are too many to calculate with");

    /// <summary>The same under another name.</summary>
    public Constant Named(string name) => new(name, Dims, IsWhole, _floats, _doubles) { Fill = Fill };

    /// <summary>The same numbers in another shape.</summary>
    public Constant Shaped(ImmutableArray<long> dims) =>
        new(Name, dims, IsWhole, _floats, _doubles) { Fill = Fill };

    /// <summary>The same numbers as another type.</summary>
    public Constant Typed(bool isWhole) =>
        isWhole && !IsWhole
            ? new(Name, Dims, isWhole, _floats, () => [.. _doubles().Select(Math.Truncate)])
            : new(Name, Dims, isWhole, _floats, _doubles) { Fill = Fill };

    /// <summary>Each number changed.</summary>
    public Constant Changed(Func<double, double> change) =>
        new(
            Name,
            Dims,
            IsWhole,
            () => [.. _floats().Select(number => (float)change(number))],
            () => [.. _doubles().Select(change)]
        );

    /// <summary>Its dimensions in another order: dimension i is the old dimension order[i].</summary>
    public Constant Transposed(ImmutableArray<int> order) =>
        new(
            Name,
            [.. order.Select(dim => Dims[dim])],
            IsWhole,
            () => Moved(_floats(), order),
            () => Moved(_doubles(), order)
        )
        {
            Fill = Fill,
        };

    private T[] Moved<T>(T[] numbers, ImmutableArray<int> order)
    {
        var strides = new long[Dims.Length];
        for (var (i, stride) = (Dims.Length - 1, 1L); i >= 0; stride *= Dims[i], i--)
        {
            strides[i] = stride;
        }

        var moved = new T[numbers.Length];
        var place = new long[order.Length];
        var source = 0L;
        for (var i = 0; i < moved.Length; i++)
        {
            moved[i] = numbers[source];
            for (var dim = order.Length - 1; dim >= 0; dim--)
            {
                source += strides[order[dim]];
                if (++place[dim] < Dims[order[dim]])
                {
                    break;
                }

                source -= strides[order[dim]] * place[dim];
                place[dim] = 0;
            }
        }

        return moved;
    }
}
