using ZcBench.Benchmarks.Blueprints;
using ZcBench.Proxies.Engine;

namespace ZcBench.Proxies.Networks;

/// <summary>
/// Convolutions of single pixels as products of matrices, where libtorch's own end the process: on some
/// processors its choice of blocks divides by zero for many channels in single precision, depending on
/// stride, images and threads (docs/engine.md).
/// </summary>
internal static class PixelProducts
{
    // None with fewer weights or channels was seen to fail.
    private const long FewestWeights = 1 << 18;
    private const int FewestChannels = 1 << 10;

    /// <summary>Whether a convolution is one of them.</summary>
    public static bool IsNeeded(Convolution conv, Tensor input, Tensor weight) =>
        conv is { Kernel: 1, KernelWidth: 1, Padding: 0 }
        && input.device.type == DeviceType.CPU
        && input.dtype == torch.float32
        && weight.numel() >= FewestWeights
        && Math.Max(weight.shape[0], weight.shape[1]) >= FewestChannels;

    /// <summary>[N, In, H, W] and weights [Out, In, 1, 1] → [N, Out, H′, W′], channels last.</summary>
    public static Tensor Of(Convolution conv, Tensor input, Tensor weight, Tensor? bias)
    {
        using var scope = torch.NewDisposeScope();
        var every = conv.Stride;
        var pixels = every == 1 ? input : input[torch.TensorIndex.Ellipsis, Every(every), Every(every)];
        var rows = pixels.permute(0, 2, 3, 1);
        var products = rows.reshape(-1, conv.In).mm(weight.reshape(weight.shape[0], -1).t());
        var sums = bias is null ? products : products.add(bias, Scalars.Of(1));
        return sums.reshape(rows.shape[0], rows.shape[1], rows.shape[2], -1)
            .permute(0, 3, 1, 2)
            .MoveToOuterDisposeScope();
    }

    private static torch.TensorIndex Every(int step) => torch.TensorIndex.Slice(null, null, step);
}
