using System.Runtime.InteropServices;

namespace ZcBench.Cli;

/// <summary>
/// Memory that ran out. .NET says so by an exception of its own; the tensor library throws one type for every
/// native error, so there the exact words of its allocators decide.
/// </summary>
internal static class OutOfMemory
{
    private static readonly string[] Allocators =
    [
        "DefaultCPUAllocator: can't allocate memory",
        "DefaultCPUAllocator: not enough memory",
        "CUDA out of memory",
    ];

    /// <summary>What to tell the user; null where the fault is another one.</summary>
    public static string? Sentence(Exception fault) =>
        IsOne(fault)
            ? $"{fault.Message.TrimEnd('.')}; "
                + "lower --batch or --workers, name fewer proxies, or raise --memory"
            : null;

    private static bool IsOne(Exception fault) =>
        fault switch
        {
            OutOfMemoryException => true,
            ExternalException native => Allocators.Any(words =>
                native.Message.Contains(words, StringComparison.Ordinal)
            ),
            _ => false,
        };
}
