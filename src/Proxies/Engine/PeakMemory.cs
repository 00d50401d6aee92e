using System.Globalization;

namespace ZcBench.Proxies.Engine;

/// <summary>
/// How much memory something takes at its peak, as the Linux kernel counts it for this process.
/// </summary>
public static class PeakMemory
{
    /// <summary>Whether it can be measured here: on Linux with glibc.</summary>
    public static bool IsKnown { get; } = OperatingSystem.IsLinux() && File.Exists("/proc/self/clear_refs");

    /// <summary>
    /// Bytes of memory in use at the peak of an action beyond those before it. Other threads' memory counts
    /// too. For this time malloc returns what is freed at once, so that nothing kept back from before hides
    /// what is taken; that costs time.
    /// </summary>
    /// <exception cref="PlatformNotSupportedException">It cannot be measured here.</exception>
    public static long Of(Action action)
    {
        if (!IsKnown)
        {
            throw new PlatformNotSupportedException(
                "peak memory is read from /proc/self, which only Linux has"
            );
        }

        var peak = 0L;
        NativeHeap.ReturnFreedWhile(() =>
        {
            File.WriteAllText("/proc/self/clear_refs", "5");
            var before = Status("VmRSS:");
            action();
            peak = Status("VmHWM:") - before;
        });
        return peak;
    }

    private static long Status(string field) =>
        1024
        * long.Parse(
            File.ReadLines("/proc/self/status")
                .First(line => line.StartsWith(field, StringComparison.Ordinal))
                .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)[1],
            CultureInfo.InvariantCulture
        );
}
