using System.Diagnostics.CodeAnalysis;

namespace ZcBench.Benchmarks.NasBench101;

/// <summary>What an interior vertex of a NAS-Bench-101 cell does, in the benchmark's order.</summary>
[SuppressMessage("Naming", "CA1707", Justification = "kernel sizes read best as papers write them")]
public enum VertexOperation
{
    /// <summary>"conv3x3-bn-relu": 3x3 convolution, batch norm, ReLU.</summary>
    Conv3x3,

    /// <summary>"conv1x1-bn-relu": 1x1 convolution, batch norm, ReLU.</summary>
    Conv1x1,

    /// <summary>"maxpool3x3": 3x3 max pooling, stride 1.</summary>
    MaxPool3x3,
}
