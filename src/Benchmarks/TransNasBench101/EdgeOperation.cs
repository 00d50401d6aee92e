namespace ZcBench.Benchmarks.TransNasBench101;

/// <summary>What an edge of a cell of the micro space does; the value is the benchmark's digit.</summary>
internal enum EdgeOperation
{
    /// <summary>Zero.</summary>
    None = 0,

    /// <summary>Its input; two 1x1 convolutions where the cell changes channels and resolution.</summary>
    Skip = 1,

    /// <summary>ReLU, 1x1 convolution, batch norm.</summary>
    Conv1x1 = 2,

    /// <summary>ReLU, 3x3 convolution, batch norm.</summary>
    Conv3x3 = 3,
}
