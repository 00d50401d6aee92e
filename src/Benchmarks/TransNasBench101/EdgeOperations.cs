namespace ZcBench.Benchmarks.TransNasBench101;

/// <summary>What follows from an operation.</summary>
internal static class EdgeOperations
{
    /// <summary>Kernel size in pixels; 0 where it is no convolution.</summary>
    public static int Kernel(this EdgeOperation operation) =>
        operation switch
        {
            EdgeOperation.Conv1x1 => 1,
            EdgeOperation.Conv3x3 => 3,
            _ => 0,
        };
}
