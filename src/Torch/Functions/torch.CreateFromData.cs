using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>A copy of the numbers in a shape; Float32 on the CPU unless said.</summary>
    /// <exception cref="ArgumentException">The array is shorter than the shape asks.</exception>
    public static Tensor tensor(
        float[] rawArray, ReadOnlySpan<long> dimensions, ScalarType? dtype = null, Device? device = null,
        bool requires_grad = false) =>
        Create<float>(rawArray, dimensions, ScalarType.Float32, dtype, device, requires_grad);

    /// <summary>A copy of the numbers as a vector; Float32 on the CPU unless said.</summary>
    public static Tensor tensor(
        float[] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Create<float>(rawArray, [rawArray.LongLength], ScalarType.Float32, dtype, device, requires_grad);

    /// <summary>A copy of the numbers in a shape; Float64 on the CPU unless said.</summary>
    /// <exception cref="ArgumentException">The array is shorter than the shape asks.</exception>
    public static Tensor tensor(
        double[] rawArray, ReadOnlySpan<long> dimensions, ScalarType? dtype = null, Device? device = null,
        bool requires_grad = false) =>
        Create<double>(rawArray, dimensions, ScalarType.Float64, dtype, device, requires_grad);

    /// <summary>A copy of the numbers as a vector; Float64 on the CPU unless said.</summary>
    public static Tensor tensor(
        double[] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Create<double>(rawArray, [rawArray.LongLength], ScalarType.Float64, dtype, device, requires_grad);

    /// <summary>A copy of the numbers in a shape; Int64 on the CPU unless said.</summary>
    /// <exception cref="ArgumentException">The array is shorter than the shape asks.</exception>
    public static Tensor tensor(
        long[] rawArray, ReadOnlySpan<long> dimensions, ScalarType? dtype = null, Device? device = null,
        bool requires_grad = false) =>
        Create<long>(rawArray, dimensions, ScalarType.Int64, dtype, device, requires_grad);

    /// <summary>A copy of the numbers as a vector; Int64 on the CPU unless said.</summary>
    public static Tensor tensor(
        long[] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Create<long>(rawArray, [rawArray.LongLength], ScalarType.Int64, dtype, device, requires_grad);

    /// <summary>A copy of the numbers in a shape; Int32 on the CPU unless said.</summary>
    /// <exception cref="ArgumentException">The array is shorter than the shape asks.</exception>
    public static Tensor tensor(
        int[] rawArray, ReadOnlySpan<long> dimensions, ScalarType? dtype = null, Device? device = null,
        bool requires_grad = false) =>
        Create<int>(rawArray, dimensions, ScalarType.Int32, dtype, device, requires_grad);

    /// <summary>A copy of the numbers as a vector; Int32 on the CPU unless said.</summary>
    public static Tensor tensor(
        int[] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Create<int>(rawArray, [rawArray.LongLength], ScalarType.Int32, dtype, device, requires_grad);

    /// <summary>A copy of the numbers in a shape; Byte on the CPU unless said.</summary>
    /// <exception cref="ArgumentException">The array is shorter than the shape asks.</exception>
    public static Tensor tensor(
        byte[] rawArray, ReadOnlySpan<long> dimensions, ScalarType? dtype = null, Device? device = null,
        bool requires_grad = false) =>
        Create<byte>(rawArray, dimensions, ScalarType.Byte, dtype, device, requires_grad);

    /// <summary>A copy of the numbers as a vector; Byte on the CPU unless said.</summary>
    public static Tensor tensor(
        byte[] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Create<byte>(rawArray, [rawArray.LongLength], ScalarType.Byte, dtype, device, requires_grad);

    /// <summary>A copy of the numbers in a shape; Bool on the CPU unless said.</summary>
    /// <exception cref="ArgumentException">The array is shorter than the shape asks.</exception>
    public static Tensor tensor(
        bool[] rawArray, ReadOnlySpan<long> dimensions, ScalarType? dtype = null, Device? device = null,
        bool requires_grad = false) =>
        Create<bool>(rawArray, dimensions, ScalarType.Bool, dtype, device, requires_grad);

    /// <summary>A copy of the numbers as a vector; Bool on the CPU unless said.</summary>
    public static Tensor tensor(
        bool[] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Create<bool>(rawArray, [rawArray.LongLength], ScalarType.Bool, dtype, device, requires_grad);

    /// <summary>A copy of the numbers as a matrix; Float32 on the CPU unless said.</summary>
    public static Tensor tensor(
        float[,] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Create<float>(Elements(rawArray), [rawArray.GetLongLength(0), rawArray.GetLongLength(1)],
            ScalarType.Float32, dtype, device, requires_grad);

    private static ReadOnlySpan<float> Elements(float[,] matrix) => MemoryMarshal.CreateReadOnlySpan(
        ref Unsafe.As<byte, float>(ref MemoryMarshal.GetArrayDataReference(matrix)), matrix.Length);

    /// <summary>A copy of the numbers as a matrix; Float64 on the CPU unless said.</summary>
    public static Tensor tensor(
        double[,] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Create<double>(Elements(rawArray), [rawArray.GetLongLength(0), rawArray.GetLongLength(1)],
            ScalarType.Float64, dtype, device, requires_grad);

    private static ReadOnlySpan<double> Elements(double[,] matrix) => MemoryMarshal.CreateReadOnlySpan(
        ref Unsafe.As<byte, double>(ref MemoryMarshal.GetArrayDataReference(matrix)), matrix.Length);

    /// <summary>A copy of the numbers as a matrix; Int64 on the CPU unless said.</summary>
    public static Tensor tensor(
        long[,] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Create<long>(Elements(rawArray), [rawArray.GetLongLength(0), rawArray.GetLongLength(1)],
            ScalarType.Int64, dtype, device, requires_grad);

    private static ReadOnlySpan<long> Elements(long[,] matrix) => MemoryMarshal.CreateReadOnlySpan(
        ref Unsafe.As<byte, long>(ref MemoryMarshal.GetArrayDataReference(matrix)), matrix.Length);

    /// <summary>A single number, Float32, on the CPU unless said.</summary>
    public static Tensor tensor(float scalar, Device? device = null, bool requires_grad = false) =>
        Create<float>([scalar], [], ScalarType.Float32, null, device, requires_grad);

    /// <summary>A single number, Float64, on the CPU unless said.</summary>
    public static Tensor tensor(double scalar, Device? device = null, bool requires_grad = false) =>
        Create<double>([scalar], [], ScalarType.Float64, null, device, requires_grad);

    /// <summary>A single number, Int64, on the CPU unless said.</summary>
    public static Tensor tensor(long scalar, Device? device = null, bool requires_grad = false) =>
        Create<long>([scalar], [], ScalarType.Int64, null, device, requires_grad);

    /// <summary>A single number, Int32, on the CPU unless said.</summary>
    public static Tensor tensor(int scalar, Device? device = null, bool requires_grad = false) =>
        Create<int>([scalar], [], ScalarType.Int32, null, device, requires_grad);

    /// <summary>A single number, Bool, on the CPU unless said.</summary>
    public static Tensor tensor(bool scalar, Device? device = null, bool requires_grad = false) =>
        Create<bool>([scalar], [], ScalarType.Bool, null, device, requires_grad);

    private static unsafe Tensor Create<T>(
        ReadOnlySpan<T> data, ReadOnlySpan<long> dimensions, ScalarType from, ScalarType? dtype,
        Device? device, bool requires_grad)
        where T : unmanaged
    {
        var count = 1L;
        foreach (var dimension in dimensions)
            count *= dimension;
        if (count > data.Length)
            throw new ArgumentException($"The shape asks for {count} elements; the array has {data.Length}.",
                nameof(dimensions));
        var options = new NativeOptions(dtype ?? from, device, requires_grad);
        fixed (T* pointer = data)
        {
            return Tensor.Result(
                Shim.zct_from_data((nint)pointer, (int)from, dimensions, dimensions.Length, in options,
                out var r), r, operation: "tensor");
        }
    }
}
