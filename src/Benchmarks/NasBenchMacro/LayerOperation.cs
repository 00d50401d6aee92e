namespace ZcBench.Benchmarks.NasBenchMacro;

/// <summary>What a layer does; the value is the benchmark's digit.</summary>
internal enum LayerOperation
{
    /// <summary>Its input; a 1x1 convolution with batch norm where the layer has stride 2.</summary>
    Identity = 0,

    /// <summary>Inverted residual with a 3x3 kernel and expansion 3.</summary>
    Residual3x3 = 1,

    /// <summary>Inverted residual with a 5x5 kernel and expansion 6.</summary>
    Residual5x5 = 2,
}
