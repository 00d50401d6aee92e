using System.Runtime.InteropServices;

namespace TorchSharp.Native;

/// <summary>Lifetime, description, conversion and whole-tensor writes.</summary>
internal static partial class Shim
{
    [LibraryImport(Library)]
    internal static partial int zct_free(nint a);

    [LibraryImport(Library)]
    internal static partial int zct_ndim(TensorHandle a, out long result);

    [LibraryImport(Library)]
    internal static partial int zct_numel(TensorHandle a, out long result);

    [LibraryImport(Library)]
    internal static partial int zct_element_size(TensorHandle a, out long result);

    [LibraryImport(Library)]
    internal static partial int zct_sizes(TensorHandle a, Span<long> buffer);

    [LibraryImport(Library)]
    internal static partial int zct_strides(TensorHandle a, Span<long> buffer);

    [LibraryImport(Library)]
    internal static partial int zct_describe(TensorHandle a, out NativeOptions result);

    [LibraryImport(Library)]
    internal static partial int zct_is_contiguous(TensorHandle a, out Flag result);

    [LibraryImport(Library)]
    internal static partial int zct_data(TensorHandle a, out nint result);

    [LibraryImport(Library)]
    internal static partial int zct_item(TensorHandle a, out NativeScalar result);

    [LibraryImport(Library)]
    internal static partial int zct_set_requires_grad(TensorHandle a, Flag requires_grad);

    [LibraryImport(Library)]
    internal static partial int zct_contiguous(TensorHandle a, out nint result);

    [LibraryImport(Library)]
    internal static partial int zct_to(TensorHandle a, in NativeOptions target, Flag copy, out nint result);

    [LibraryImport(Library)]
    internal static partial int zct_copy_(TensorHandle a, TensorHandle source);

    [LibraryImport(Library)]
    internal static partial int zct_zero_(TensorHandle a);

    [LibraryImport(Library)]
    internal static partial int zct_fill_(TensorHandle a, in NativeScalar value);
}
