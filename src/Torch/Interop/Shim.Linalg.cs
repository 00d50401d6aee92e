using System.Runtime.InteropServices;

namespace TorchSharp.Native;

/// <summary>Linear algebra.</summary>
internal static partial class Shim
{
    [LibraryImport(Library)]
    internal static partial int zct_linalg_slogdet(TensorHandle a, out nint sign, out nint logabsdet);

    [LibraryImport(Library)]
    internal static partial int zct_linalg_eigh(TensorHandle a, Flag lower, out nint values,
        out nint vectors);

    [LibraryImport(Library)]
    internal static partial int zct_linalg_eigvalsh(TensorHandle a, Flag lower, out nint result);

    [LibraryImport(Library)]
    internal static partial int zct_linalg_norm_dims(
        TensorHandle a, ReadOnlySpan<long> dims, int count, Flag keepdim, out nint result);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial int zct_linalg_matrix_norm(
        TensorHandle a, string order, Flag keepdim, out nint result);
}
