using System.Runtime.InteropServices;

namespace ZcBench.Proxies.Engine;

/// <summary>
/// Memory that ran out. .NET says so by an exception of its own; the tensor library throws one type for every
/// native error, so there the exact words of its allocators decide.
/// </summary>
public static class OutOfMemory
{
    private static readonly string[] Allocators =
    [
        "DefaultCPUAllocator: can't allocate memory",
        "DefaultCPUAllocator: not enough memory",
        "CUDA out of memory",
    ];

    /// <summary>Whether a fault says that memory ran out.</summary>
    public static bool Is(Exception fault) =>
        fault switch
        {
            OutOfMemoryException => true,
            ExternalException native => Allocators.Any(words =>
                native.Message.Contains(words, StringComparison.Ordinal)
            ),
            _ => false,
        };
}
