using System.Collections.Immutable;

namespace ZcBench.Benchmarks.Darts;

/// <summary>What follows from an operation.</summary>
internal static class CellOperations
{
    /// <summary>Distance of a dilated kernel's neighbouring weights in pixels.</summary>
    public const int Dilation = 2;

    private static readonly string[] Names =
    [
        "max_pool_3x3",
        "avg_pool_3x3",
        "skip_connect",
        "sep_conv_3x3",
        "sep_conv_5x5",
        "dil_conv_3x3",
        "dil_conv_5x5",
    ];

    /// <summary>All operations by name.</summary>
    public static ImmutableDictionary<string, CellOperation> ByName { get; } =
        Enum.GetValues<CellOperation>().ToImmutableDictionary(Name, StringComparer.Ordinal);

    /// <summary>"0 max_pool_3x3, 1 avg_pool_3x3, ...".</summary>
    public static string Numbers { get; } =
        string.Join(", ", Names.Select((name, number) => $"{number} {name}"));

    /// <summary>The name of DARTS's own code.</summary>
    public static string Name(this CellOperation operation) => Names[(int)operation];

    /// <summary>Kernel of the depthwise convolutions in pixels; 0 where there are none.</summary>
    public static int Kernel(this CellOperation operation) =>
        operation switch
        {
            CellOperation.SepConv3x3 or CellOperation.DilConv3x3 => 3,
            CellOperation.SepConv5x5 or CellOperation.DilConv5x5 => 5,
            _ => 0,
        };

    /// <summary>How many pairs of a depthwise and a 1x1 convolution follow each other.</summary>
    public static int Repeats(this CellOperation operation) =>
        operation switch
        {
            CellOperation.SepConv3x3 or CellOperation.SepConv5x5 => 2,
            CellOperation.DilConv3x3 or CellOperation.DilConv5x5 => 1,
            _ => 0,
        };

    /// <summary>Number of convolutions, with stride 2 or without.</summary>
    public static int Convolutions(this CellOperation operation, bool isStrided) =>
        operation == CellOperation.SkipConnect && isStrided ? 2 : 2 * operation.Repeats();
}
