using ZcBench.Proxies.Engine;

namespace ZcBench.Cli;

/// <summary>What to tell the user when memory ran out.</summary>
internal static class MemoryAdvice
{
    /// <summary>What to tell the user; null where the fault is another one.</summary>
    public static string? For(Exception fault) =>
        OutOfMemory.Is(fault)
            ? $"{fault.Message.TrimEnd('.')}; lower --batch, --workers or --population, "
                + "name fewer proxies, or raise --memory"
            : null;
}
