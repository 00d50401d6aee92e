namespace ZcBench.Benchmarks.Darts;

/// <summary>
/// What an edge does; the value is the number of NASLib's and NAS-Bench-301's compact text.
/// </summary>
internal enum CellOperation
{
    /// <summary>3x3 max pooling.</summary>
    MaxPool3x3 = 0,

    /// <summary>3x3 average pooling that leaves padding out.</summary>
    AvgPool3x3 = 1,

    /// <summary>The value itself; a factorised reduction where the edge has stride 2.</summary>
    SkipConnect = 2,

    /// <summary>Two separable convolutions with a 3x3 kernel.</summary>
    SepConv3x3 = 3,

    /// <summary>Two separable convolutions with a 5x5 kernel.</summary>
    SepConv5x5 = 4,

    /// <summary>A separable convolution with a 3x3 kernel of dilation 2.</summary>
    DilConv3x3 = 5,

    /// <summary>A separable convolution with a 5x5 kernel of dilation 2.</summary>
    DilConv5x5 = 6,
}
