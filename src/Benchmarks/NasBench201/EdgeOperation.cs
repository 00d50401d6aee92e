using System.Diagnostics.CodeAnalysis;

namespace ZcBench.Benchmarks.NasBench201;

/// <summary>What an edge of a NAS-Bench-201 cell does, in the benchmark's order.</summary>
[SuppressMessage("Naming", "CA1707", Justification = "kernel sizes read best as papers write them")]
public enum EdgeOperation
{
    /// <summary>"none": the edge yields zero.</summary>
    None,

    /// <summary>"skip_connect": the identity.</summary>
    SkipConnect,

    /// <summary>"nor_conv_1x1": ReLU, 1x1 convolution, batch norm.</summary>
    Conv1x1,

    /// <summary>"nor_conv_3x3": ReLU, 3x3 convolution, batch norm.</summary>
    Conv3x3,

    /// <summary>"avg_pool_3x3": 3x3 average pooling, stride 1.</summary>
    AvgPool3x3,
}
