using System.Runtime.InteropServices;

namespace TorchSharp.Native;

/// <summary>Reductions; a count of -1 is every dimension.</summary>
internal static partial class Shim
{
    [LibraryImport(Library)]
    internal static partial int zct_sum(
        TensorHandle a, ReadOnlySpan<long> dims, int count, Flag keepdim, int dtype, out nint result);

    [LibraryImport(Library)]
    internal static partial int zct_mean(
        TensorHandle a, ReadOnlySpan<long> dims, int count, Flag keepdim, int dtype, out nint result);

    [LibraryImport(Library)]
    internal static partial int zct_var(
        TensorHandle a, ReadOnlySpan<long> dims, int count, Flag unbiased, Flag keepdim, out nint result);

    [LibraryImport(Library)]
    internal static partial int zct_std(
        TensorHandle a, ReadOnlySpan<long> dims, int count, Flag unbiased, Flag keepdim, out nint result);

    [LibraryImport(Library)]
    internal static partial int zct_norm(TensorHandle a, double p, out nint result);

    [LibraryImport(Library)]
    internal static partial int zct_norm_dim(TensorHandle a, double p, long dim, Flag keepdim,
        out nint result);

    [LibraryImport(Library)]
    internal static partial int zct_amax(
        TensorHandle a, ReadOnlySpan<long> dims, int count, Flag keepdim, out nint result);

    [LibraryImport(Library)]
    internal static partial int zct_amin(
        TensorHandle a, ReadOnlySpan<long> dims, int count, Flag keepdim, out nint result);

    [LibraryImport(Library)]
    internal static partial int zct_any_dim(TensorHandle a, long dim, Flag keepdim, out nint result);

    [LibraryImport(Library)]
    internal static partial int zct_all_dim(TensorHandle a, long dim, Flag keepdim, out nint result);

    [LibraryImport(Library)]
    internal static partial int zct_argmax_dim(TensorHandle a, long dim, Flag keepdim, out nint result);

    [LibraryImport(Library)]
    internal static partial int zct_max_dim(
        TensorHandle a, long dim, Flag keepdim, out nint values, out nint indices);

    [LibraryImport(Library)]
    internal static partial int zct_min_dim(
        TensorHandle a, long dim, Flag keepdim, out nint values, out nint indices);
}
