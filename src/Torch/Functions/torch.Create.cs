using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>Zeros of a shape; Float32 on the CPU unless said.</summary>
    public static Tensor zeros(
        ReadOnlySpan<long> size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false)
    {
        var options = Options(dtype, device, requires_grad);
        return Tensor.Result(Shim.zct_zeros(size, size.Length, in options, out var r), r);
    }

    /// <summary>Ones of a shape; Float32 on the CPU unless said.</summary>
    public static Tensor ones(
        ReadOnlySpan<long> size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false)
    {
        var options = Options(dtype, device, requires_grad);
        return Tensor.Result(Shim.zct_ones(size, size.Length, in options, out var r), r);
    }

    /// <summary>Uninitialised memory of a shape; Float32 on the CPU unless said.</summary>
    public static Tensor empty(
        ReadOnlySpan<long> size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false)
    {
        var options = Options(dtype, device, requires_grad);
        return Tensor.Result(Shim.zct_empty(size, size.Length, in options, out var r), r);
    }

    /// <summary>
    /// A value in every element; Int64 for integers and truth values, else Float32, unless said.
    /// </summary>
    public static Tensor full(
        ReadOnlySpan<long> size, Scalar value, ScalarType? dtype = null, Device? device = null,
        bool requires_grad = false)
    {
        var options = Options(dtype ?? Inferred(value), device, requires_grad);
        return Tensor.Result(Shim.zct_full(size, size.Length, in value.Value, in options, out var r), r);
    }

    /// <summary>Ones on the diagonal, zeros elsewhere; square unless columns is given.</summary>
    public static Tensor eye(
        long rows, long columns = -1L, ScalarType? dtype = null, Device? device = null,
        bool requires_grad = false)
    {
        var options = Options(dtype, device, requires_grad);
        return Tensor.Result(Shim.zct_eye(rows, columns < 0 ? rows : columns, in options, out var r), r);
    }

    /// <summary>
    /// start, start + step, ... before stop; Int64 where all are integers, else Float32, unless said.
    /// </summary>
    public static Tensor arange(
        Scalar start, Scalar stop, Scalar step, ScalarType? dtype = null, Device? device = null,
        bool requires_grad = false)
    {
        var options = Options(dtype ?? Inferred(start, stop, step), device, requires_grad);
        return Tensor.Result(
            Shim.zct_arange(in start.Value, in stop.Value, in step.Value, in options, out var r), r);
    }

    /// <summary>start, start + 1, ... before stop.</summary>
    public static Tensor arange(
        Scalar start, Scalar stop, ScalarType? dtype = null, Device? device = null,
        bool requires_grad = false) =>
        arange(start, stop, 1, dtype, device, requires_grad);

    /// <summary>0, 1, ... before stop.</summary>
    public static Tensor arange(
        Scalar stop, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        arange(0, stop, 1, dtype, device, requires_grad);

    /// <summary>Zeros of the input's shape; its type and device too, unless said.</summary>
    public static Tensor zeros_like(
        Tensor input, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        input.zeros_like(dtype, device, requires_grad);

    /// <summary>Ones of the input's shape; its type and device too, unless said.</summary>
    public static Tensor ones_like(
        Tensor input, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        input.ones_like(dtype, device, requires_grad);

    /// <summary>Uninitialised memory of the input's shape; its type and device too, unless said.</summary>
    public static Tensor empty_like(
        Tensor input, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        input.empty_like(dtype, device, requires_grad);

    private static NativeOptions Options(ScalarType? dtype, Device? device, bool requires_grad) =>
        new(dtype ?? ScalarType.Float32, device, requires_grad);

    private static ScalarType Inferred(params ReadOnlySpan<Scalar> values)
    {
        foreach (var value in values)
        {
            if (!is_integral(value.Type))
                return ScalarType.Float32;
        }

        return ScalarType.Int64;
    }
}
