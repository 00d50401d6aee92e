using System.Runtime.InteropServices;

namespace TorchSharp.Native;

/// <summary>Errors, diagnostics, threads, CUDA switches.</summary>
internal static partial class Shim
{
    internal const string Library = "zctorch";

    static Shim() => NativeLibrary.SetDllImportResolver(typeof(Shim).Assembly, Libtorch.Resolve);

    [LibraryImport(Library)]
    internal static partial nint zct_last_error();

    [LibraryImport(Library)]
    internal static partial nint zct_torch_version();

    [LibraryImport(Library)]
    internal static partial int zct_build_info(out nint text);

    [LibraryImport(Library)]
    internal static partial int zct_library_path(int which, out nint text);

    [LibraryImport(Library)]
    internal static partial int zct_set_num_threads(int count);

    [LibraryImport(Library)]
    internal static partial int zct_get_num_threads(out int count);

    [LibraryImport(Library)]
    internal static partial int zct_set_num_interop_threads(int count);

    [LibraryImport(Library)]
    internal static partial int zct_get_num_interop_threads(out int count);

    [LibraryImport(Library)]
    internal static partial int zct_cuda_is_available(out Flag available);

    [LibraryImport(Library)]
    internal static partial int zct_cuda_device_count(out int count);

    [LibraryImport(Library)]
    internal static partial int zct_cuda_synchronize(long device_index);

    [LibraryImport(Library)]
    internal static partial int zct_get_allow_tf32(int which, out Flag allow);

    [LibraryImport(Library)]
    internal static partial int zct_set_allow_tf32(int which, Flag allow);
}
