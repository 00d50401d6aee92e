namespace ZcBench.Benchmarks.NasBenchMacro;

/// <summary>What follows from an operation.</summary>
internal static class LayerOperations
{
    /// <summary>Kernel of the depthwise convolution in pixels.</summary>
    public static int Kernel(this LayerOperation operation) =>
        operation == LayerOperation.Residual3x3 ? 3 : 5;

    /// <summary>How many times as many channels lie between its first and its last convolution.</summary>
    public static int Expansion(this LayerOperation operation) =>
        operation == LayerOperation.Residual3x3 ? 3 : 6;
}
