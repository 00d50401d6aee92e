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
    private const int LargestHole = 1 << 30;

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
    /// from memory that is kept: every large block is then pages of its own.
    /// </summary>
    public static void ReturnFreedWhile(Action action)
    {
        _ = SetOption(MmapMax, UsualMmapMax);
        _ = SetOption(MmapThreshold, SmallestPages);
        _ = Trim(0);
        var holes = HoldHoles();
        try
        {
            action();
        }
        finally
        {
            holes.ForEach(hole => Marshal.FreeHGlobal(hole));
            KeepFreed();
        }
    }

    // malloc looks for a hole among blocks in use before it asks for pages, and would keep the hole when it
    // is freed. So all large holes are taken, and none of their pages is touched.
    private static List<nint> HoldHoles()
    {
        var holes = new List<nint>();
        for (var size = LargestHole; size >= SmallestPages; size /= 2)
        {
            var block = Marshal.AllocHGlobal(size);
            while (!IsPages(block))
            {
                holes.Add(block);
                block = Marshal.AllocHGlobal(size);
            }

            Marshal.FreeHGlobal(block);
        }

        return holes;
    }

    // Before each block stands its size, whose second bit tells that it is pages of its own.
    private static bool IsPages(nint block) => (Marshal.ReadIntPtr(block, -nint.Size) & 2) != 0;

    [LibraryImport("libc", EntryPoint = "mallopt")]
    private static partial int SetOption(int option, int value);

    [LibraryImport("libc", EntryPoint = "malloc_trim")]
    private static partial int Trim(nuint keep);
}
