namespace TorchSharp;

public static partial class torch
{
    /// <summary>Zeros of a shape; Float32 on the CPU unless said.</summary>
    public static Tensor zeros(
        long[] size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        zeros((ReadOnlySpan<long>)size, dtype, device, requires_grad);

    /// <summary>Zeros in 1 dimension; Float32 on the CPU unless said.</summary>
    public static Tensor zeros(
        long size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        zeros([size], dtype, device, requires_grad);

    /// <summary>Zeros in 2 dimensions; Float32 on the CPU unless said.</summary>
    public static Tensor zeros(
        long rows, long columns, ScalarType? dtype = null, Device? device = null,
        bool requires_grad = false) =>
        zeros([rows, columns], dtype, device, requires_grad);

    /// <summary>Zeros in 3 dimensions; Float32 on the CPU unless said.</summary>
    public static Tensor zeros(
        long dim0, long dim1, long dim2, ScalarType? dtype = null, Device? device = null,
        bool requires_grad = false) =>
        zeros([dim0, dim1, dim2], dtype, device, requires_grad);

    /// <summary>Zeros in 4 dimensions; Float32 on the CPU unless said.</summary>
    public static Tensor zeros(
        long dim0, long dim1, long dim2, long dim3, ScalarType? dtype = null, Device? device = null,
        bool requires_grad = false) =>
        zeros([dim0, dim1, dim2, dim3], dtype, device, requires_grad);

    /// <summary>Ones of a shape; Float32 on the CPU unless said.</summary>
    public static Tensor ones(
        long[] size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        ones((ReadOnlySpan<long>)size, dtype, device, requires_grad);

    /// <summary>Ones in 1 dimension; Float32 on the CPU unless said.</summary>
    public static Tensor ones(
        long size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        ones([size], dtype, device, requires_grad);

    /// <summary>Ones in 2 dimensions; Float32 on the CPU unless said.</summary>
    public static Tensor ones(
        long rows, long columns, ScalarType? dtype = null, Device? device = null,
        bool requires_grad = false) =>
        ones([rows, columns], dtype, device, requires_grad);

    /// <summary>Ones in 3 dimensions; Float32 on the CPU unless said.</summary>
    public static Tensor ones(
        long dim0, long dim1, long dim2, ScalarType? dtype = null, Device? device = null,
        bool requires_grad = false) =>
        ones([dim0, dim1, dim2], dtype, device, requires_grad);

    /// <summary>Ones in 4 dimensions; Float32 on the CPU unless said.</summary>
    public static Tensor ones(
        long dim0, long dim1, long dim2, long dim3, ScalarType? dtype = null, Device? device = null,
        bool requires_grad = false) =>
        ones([dim0, dim1, dim2, dim3], dtype, device, requires_grad);

    /// <summary>Uninitialised memory of a shape; Float32 on the CPU unless said.</summary>
    public static Tensor empty(
        long[] size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        empty((ReadOnlySpan<long>)size, dtype, device, requires_grad);

    /// <summary>Uninitialised memory in 1 dimension; Float32 on the CPU unless said.</summary>
    public static Tensor empty(
        long size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        empty([size], dtype, device, requires_grad);

    /// <summary>Uninitialised memory in 2 dimensions; Float32 on the CPU unless said.</summary>
    public static Tensor empty(
        long rows, long columns, ScalarType? dtype = null, Device? device = null,
        bool requires_grad = false) =>
        empty([rows, columns], dtype, device, requires_grad);

    /// <summary>Uninitialised memory in 3 dimensions; Float32 on the CPU unless said.</summary>
    public static Tensor empty(
        long dim0, long dim1, long dim2, ScalarType? dtype = null, Device? device = null,
        bool requires_grad = false) =>
        empty([dim0, dim1, dim2], dtype, device, requires_grad);

    /// <summary>Uninitialised memory in 4 dimensions; Float32 on the CPU unless said.</summary>
    public static Tensor empty(
        long dim0, long dim1, long dim2, long dim3, ScalarType? dtype = null, Device? device = null,
        bool requires_grad = false) =>
        empty([dim0, dim1, dim2, dim3], dtype, device, requires_grad);

    /// <summary>A value in every element of a shape.</summary>
    public static Tensor full(
        long[] size, Scalar value, ScalarType? dtype = null, Device? device = null,
        bool requires_grad = false) =>
        full((ReadOnlySpan<long>)size, value, dtype, device, requires_grad);
}
