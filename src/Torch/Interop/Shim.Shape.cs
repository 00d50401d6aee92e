using System.Runtime.InteropServices;

namespace TorchSharp.Native;

/// <summary>Views, slices, joins.</summary>
internal static partial class Shim
{
    [LibraryImport(Library)]
    internal static partial int zct_reshape(
        TensorHandle a, ReadOnlySpan<long> sizes, int count, out nint result);

    [LibraryImport(Library)]
    internal static partial int zct_view(TensorHandle a, ReadOnlySpan<long> sizes, int count,
        out nint result);

    [LibraryImport(Library)]
    internal static partial int zct_permute(
        TensorHandle a, ReadOnlySpan<long> sizes, int count, out nint result);

    [LibraryImport(Library)]
    internal static partial int zct_expand(
        TensorHandle a, ReadOnlySpan<long> sizes, int count, out nint result);

    [LibraryImport(Library)]
    internal static partial int zct_transpose(TensorHandle a, long dim0, long dim1, out nint result);

    [LibraryImport(Library)]
    internal static partial int zct_flatten(TensorHandle a, long start, long end, out nint result);

    [LibraryImport(Library)]
    internal static partial int zct_unsqueeze(TensorHandle a, long dim, out nint result);

    [LibraryImport(Library)]
    internal static partial int zct_squeeze(TensorHandle a, Flag all, long dim, out nint result);

    [LibraryImport(Library)]
    internal static partial int zct_narrow(TensorHandle a, long dim, long start, long length,
        out nint result);

    [LibraryImport(Library)]
    internal static partial int zct_slice(
        TensorHandle a, long dim, long start, long end, long step, out nint result);

    [LibraryImport(Library)]
    internal static partial int zct_select(TensorHandle a, long dim, long index, out nint result);

    [LibraryImport(Library)]
    internal static partial int zct_index_select(TensorHandle a, long dim, TensorHandle index,
        out nint result);

    [LibraryImport(Library)]
    internal static partial int zct_gather(TensorHandle a, long dim, TensorHandle index, out nint result);

    [LibraryImport(Library)]
    internal static partial int zct_diagonal(
        TensorHandle a, long offset, long dim1, long dim2, out nint result);

    [LibraryImport(Library)]
    internal static partial int zct_cat(ReadOnlySpan<nint> tensors, int count, long dim, out nint result);

    [LibraryImport(Library)]
    internal static partial int zct_stack(ReadOnlySpan<nint> tensors, int count, long dim, out nint result);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial int zct_einsum(
        string equation, ReadOnlySpan<nint> tensors, int count, out nint result);
}
