namespace ZcBench.Proxies.Kernels;

/// <summary>
/// A convolution of maps of double precision, x [N, C, H, W] by weights to y [N, O, H′, W′], and its
/// gradients.
/// </summary>
internal interface IPlaneKernel
{
    /// <summary>O, H′ and W′.</summary>
    (int O, int H, int W) Output { get; }

    /// <summary>y of x and the weights.</summary>
    void Forward(ReadOnlySpan<double> input, ReadOnlySpan<double> weight, Span<double> output);

    /// <summary>∂L/∂x of ∂L/∂y and the weights.</summary>
    void InputGradient(ReadOnlySpan<double> gradient, ReadOnlySpan<double> weight, Span<double> result);

    /// <summary>∂L/∂W of x and ∂L/∂y.</summary>
    void WeightGradient(ReadOnlySpan<double> input, ReadOnlySpan<double> gradient, Span<double> result);
}
