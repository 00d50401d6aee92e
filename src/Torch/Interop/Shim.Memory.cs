using System.Runtime.InteropServices;

namespace TorchSharp.Native;

/// <summary>The memory of tensors on the CPU.</summary>
internal static partial class Shim
{
    [LibraryImport(Library)]
    internal static partial int zct_memory(out long live, out long peak, out long kept);

    [LibraryImport(Library)]
    internal static partial int zct_reset_peak_memory();

    [LibraryImport(Library)]
    internal static partial int zct_cap_memory(long bytes);
}
