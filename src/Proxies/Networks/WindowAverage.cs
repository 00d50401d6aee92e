using ZcBench.Benchmarks.Blueprints;
using static TorchSharp.torch.nn;

namespace ZcBench.Proxies.Networks;

/// <summary>Average pooling that leaves padding out of the average, in the fastest of two ways.</summary>
public static class WindowAverage
{
    /// <summary>[N, C, H, W] → [N, C, H′, W′].</summary>
    public static Tensor Of(Tensor input, AveragePool pool) =>
        IsSlow(input)
            ? ByConvolution(input, pool)
            : functional.avg_pool2d(
                input,
                [pool.Kernel, pool.Kernel],
                [pool.Stride, pool.Stride],
                [pool.Padding, pool.Padding],
                ceil_mode: false,
                count_include_pad: false
            );

    /// <summary>The sum over each window, divided by how many of its pixels are inside.</summary>
    internal static Tensor ByConvolution(Tensor input, AveragePool pool)
    {
        using var scope = torch.NewDisposeScope();
        var (channels, height, width) = (input.shape[1], input.shape[2], input.shape[3]);
        var inside = WindowSums(torch.ones(1, 1, height, width, dtype: input.dtype), 1);
        return WindowSums(input, channels).mul(inside.reciprocal()).MoveToOuterDisposeScope();

        Tensor WindowSums(Tensor value, long groups) =>
            functional.conv2d(
                value,
                torch.ones(groups, 1, pool.Kernel, pool.Kernel, dtype: input.dtype),
                null,
                [pool.Stride, pool.Stride],
                [pool.Padding, pool.Padding],
                groups: groups
            );
    }

    // Pooling values that are channels last takes libtorch as long as a convolution. There are no such
    // convolutions of double precision.
    private static bool IsSlow(Tensor input) =>
        input.device.type == DeviceType.CPU && input.dtype == torch.float32;
}
