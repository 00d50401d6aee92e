namespace ZcBench.Benchmarks.NasBench201;

/// <summary>Names and kernels of the edge operations.</summary>
internal static class EdgeOperations
{
    private static readonly string[] Names =
    [
        "none",
        "skip_connect",
        "nor_conv_1x1",
        "nor_conv_3x3",
        "avg_pool_3x3",
    ];

    /// <summary>The five operations in the benchmark's order.</summary>
    public static IReadOnlyList<EdgeOperation> All { get; } = Enum.GetValues<EdgeOperation>();

    /// <summary>All official names, in the same order.</summary>
    public static IReadOnlyList<string> AllNames => Names;

    /// <summary>The benchmark's name of an operation.</summary>
    public static string Name(this EdgeOperation operation) => Names[(int)operation];

    /// <summary>The operation of that name, or null.</summary>
    public static EdgeOperation? FromName(ReadOnlySpan<char> name)
    {
        for (var i = 0; i < Names.Length; i++)
        {
            if (name.SequenceEqual(Names[i]))
            {
                return (EdgeOperation)i;
            }
        }

        return null;
    }

    /// <summary>Kernel size of a convolution in pixels; 0 for every other operation.</summary>
    public static int Kernel(this EdgeOperation operation) =>
        operation switch
        {
            EdgeOperation.Conv1x1 => 1,
            EdgeOperation.Conv3x3 => 3,
            _ => 0,
        };
}
