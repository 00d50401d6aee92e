using System.Diagnostics;
using System.Runtime.InteropServices;

namespace ZcBench.Profiling;

/// <summary>
/// Threads of matrix products. OpenBLAS has a pool of its own, which libtorch's setting does not reach; libtorch's
/// pool then stays at one thread, because two pools on the same cores slow each other.
/// </summary>
internal static class BlasThreads
{
    public static unsafe void Set(int threads)
    {
        torch.set_num_threads(threads);
        if (OpenBlas() is not string path)
        {
            return;
        }

        var set = (delegate* unmanaged<int, void>)NativeLibrary.GetExport(
            NativeLibrary.Load(path), "openblas_set_num_threads");
        set(threads);
        torch.set_num_threads(1);
    }

    private static string? OpenBlas()
    {
        using var process = Process.GetCurrentProcess();
        return process.Modules.Cast<ProcessModule>()
            .Select(module => module.FileName)
            .FirstOrDefault(path => Path.GetFileName(path).StartsWith("libopenblas", StringComparison.Ordinal));
    }
}
