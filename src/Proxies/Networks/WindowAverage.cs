using ZcBench.Benchmarks.Blueprints;
using ZcBench.Proxies.Population;
using static TorchSharp.torch.nn;

namespace ZcBench.Proxies.Networks;

/// <summary>Average pooling in the fastest of three ways.</summary>
internal static class WindowAverage
{
    /// <summary>[N, C, H, W] → [N, C, H′, W′].</summary>
    public static Tensor Of(Tensor input, AveragePool pool) =>
        DirectAverage.Covers(pool, input) ? DirectAverage.Of(input, pool)
        : IsSlow(input) || !pool.Extra.IsEmpty ? ByConvolution(input, pool)
        : ByLibtorch(input, pool);

    /// <summary>libtorch's own.</summary>
    internal static Tensor ByLibtorch(Tensor input, AveragePool pool) =>
        functional.avg_pool2d(
            input,
            [pool.Kernel, pool.Kernel],
            [pool.Stride, pool.Stride],
            [pool.Padding, pool.Padding],
            ceil_mode: false,
            count_include_pad: pool.CountsPadding
        );

    /// <summary>The sum over each window, divided by how many of its pixels count.</summary>
    internal static Tensor ByConvolution(Tensor input, AveragePool pool)
    {
        using var scope = torch.NewDisposeScope();
        var (channels, height, width) = (input.shape[1], input.shape[2], input.shape[3]);
        var counted = pool.CountsPadding ? pool.Padding : 0;
        var ones = torch.ones(
            [1, 1, height + 2 * counted, width + 2 * counted],
            dtype: input.dtype,
            device: input.device
        );
        var inside = WindowSums(ones, 1, pool.Padding - counted);
        return WindowSums(input, channels, pool.Padding).mul(inside.reciprocal()).MoveToOuterDisposeScope();

        Tensor WindowSums(Tensor value, long groups, int padding) =>
            functional.conv2d(
                pool.Extra.IsEmpty ? value : Arithmetic.Padded(value, pool.Extra),
                torch.ones([groups, 1, pool.Kernel, pool.Kernel], dtype: input.dtype, device: input.device),
                null,
                [pool.Stride, pool.Stride],
                [padding, padding],
                groups: groups
            );
    }

    // Pooling values that are channels last takes libtorch as long as a convolution. There are no such
    // convolutions of double precision.
    private static bool IsSlow(Tensor input) =>
        input.device.type == DeviceType.CPU && input.dtype == torch.float32;
}
