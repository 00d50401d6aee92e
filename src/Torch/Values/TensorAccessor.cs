using System.Collections;

namespace TorchSharp.Utils;

/// <summary>The elements of a CPU tensor in row-major order, whatever its strides.</summary>
/// <typeparam name="T">The .NET type of the elements.</typeparam>
public sealed class TensorAccessor<T> : IDisposable, IEnumerable<T>
    where T : unmanaged
{
    private readonly torch.Tensor _tensor;

    internal TensorAccessor(torch.Tensor tensor) => _tensor = tensor;

    /// <summary>How many elements there are.</summary>
    public long Count => _tensor.numel();

    /// <summary>One element: by its number in row-major order, or by one index a dimension.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such element.</exception>
    public unsafe T this[params long[] indices]
    {
        get => ((T*)_tensor.DataPointer())[Offset(indices)];
        set => ((T*)_tensor.DataPointer())[Offset(indices)] = value;
    }

    /// <summary>A copy of all elements.</summary>
    public unsafe T[] ToArray()
    {
        if (!_tensor.is_contiguous())
        {
            using var dense = _tensor.contiguous();
            return new TensorAccessor<T>(dense).ToArray();
        }

        var all = new ReadOnlySpan<T>((void*)_tensor.DataPointer(), checked((int)Count)).ToArray();
        GC.KeepAlive(_tensor);
        return all;
    }

    /// <summary>Writes the elements into an array from a place in each on.</summary>
    public void CopyTo(T[] array, int arrayIndex = 0, long tensorIndex = 0) =>
        ToArray().AsSpan(checked((int)tensorIndex)).CopyTo(array.AsSpan(arrayIndex));

    /// <inheritdoc/>
    public IEnumerator<T> GetEnumerator() => ((IEnumerable<T>)ToArray()).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Does nothing here: the tensor owns the elements.</summary>
    public void Dispose()
    {
    }

    private long Offset(long[] indices)
    {
        var shape = _tensor.shape;
        var strides = _tensor.stride();
        if (indices.Length == 1 && shape.Length != 1)
            indices = Unravel(indices[0], shape);
        if (indices.Length != shape.Length)
            throw new ArgumentOutOfRangeException(nameof(indices),
                $"{indices.Length} indices were given for {shape.Length} dimensions.");
        var offset = 0L;
        for (var i = 0; i < shape.Length; i++)
        {
            if (indices[i] < 0 || indices[i] >= shape[i])
                throw new ArgumentOutOfRangeException(nameof(indices),
                    $"Index {indices[i]} is outside dimension {i} of size {shape[i]}.");
            offset += indices[i] * strides[i];
        }

        return offset;
    }

    private long[] Unravel(long index, long[] shape)
    {
        if (index < 0 || index >= Count)
            throw new ArgumentOutOfRangeException(nameof(index),
                $"Index {index} is outside {Count} elements.");
        var indices = new long[shape.Length];
        for (var i = shape.Length - 1; i >= 0; i--)
            (index, indices[i]) = Math.DivRem(index, shape[i]);
        return indices;
    }
}
