using System.Runtime.InteropServices;

namespace ZcBench.Proxies.Engine;

/// <summary>
/// What glibc's malloc does with the memory that tensors leave. By its own rules a feature map of some
/// megabytes is pages of its own, which go back to the system when it is freed and are cleared again for the
/// next one: half of the time of a forward pass.
/// </summary>
internal static partial class NativeHeap
{
    // Of malloc.h.
    private const int TrimThreshold = -1;
    private const int TopPad = -2;
    private const int MmapThreshold = -3;
    private const int MmapMax = -4;
    private const int ArenaMax = -8;

    private const int Never = -1;
    private const int SmallestPages = 64 * 1024;
    private const int UsualMmapMax = 65536;
    private const int Ahead = 64 << 20;

    /// <summary>Keeps what is freed for the next tensor, in one heap for all threads.</summary>
    public static void KeepFreed()
    {
        if (OperatingSystem.IsLinux())
        {
            _ = SetOption(ArenaMax, 1);
            _ = SetOption(MmapMax, 0);
            _ = SetOption(TrimThreshold, Never);
            _ = SetOption(TopPad, Ahead);
        }
    }

    /// <summary>
    /// Gives back what is free, and while an action runs whatever it frees, so that memory in use can be told
    /// from memory that is kept.
    /// </summary>
    public static void ReturnFreedWhile(Action action)
    {
        _ = SetOption(MmapMax, UsualMmapMax);
        _ = SetOption(MmapThreshold, SmallestPages);
        try
        {
            _ = Trim(0);
            action();
        }
        finally
        {
            KeepFreed();
        }
    }

    [LibraryImport("libc", EntryPoint = "mallopt")]
    private static partial int SetOption(int option, int value);

    [LibraryImport("libc", EntryPoint = "malloc_trim")]
    private static partial int Trim(nuint keep);
}
