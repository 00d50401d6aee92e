using System.Runtime.InteropServices;

namespace TorchSharp.Native;

/// <summary>New tensors.</summary>
internal static partial class Shim
{
    [LibraryImport(Library)]
    internal static partial int zct_from_data(
        nint data, int dtype, ReadOnlySpan<long> sizes, int count, in NativeOptions options,
        out nint result);

    [LibraryImport(Library)]
    internal static partial int zct_empty(
        ReadOnlySpan<long> sizes, int count, in NativeOptions options, out nint result);

    [LibraryImport(Library)]
    internal static partial int zct_zeros(
        ReadOnlySpan<long> sizes, int count, in NativeOptions options, out nint result);

    [LibraryImport(Library)]
    internal static partial int zct_ones(
        ReadOnlySpan<long> sizes, int count, in NativeOptions options, out nint result);

    [LibraryImport(Library)]
    internal static partial int zct_full(
        ReadOnlySpan<long> sizes, int count, in NativeScalar value, in NativeOptions options,
        out nint result);

    [LibraryImport(Library)]
    internal static partial int zct_eye(long rows, long columns, in NativeOptions options, out nint result);

    [LibraryImport(Library)]
    internal static partial int zct_arange(
        in NativeScalar start, in NativeScalar stop, in NativeScalar step, in NativeOptions options,
        out nint result);

    [LibraryImport(Library)]
    internal static partial int zct_empty_like(TensorHandle a, in NativeOptions options, out nint result);

    [LibraryImport(Library)]
    internal static partial int zct_zeros_like(TensorHandle a, in NativeOptions options, out nint result);

    [LibraryImport(Library)]
    internal static partial int zct_ones_like(TensorHandle a, in NativeOptions options, out nint result);
}
