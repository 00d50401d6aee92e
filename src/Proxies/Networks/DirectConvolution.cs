using ZcBench.Benchmarks.Blueprints;
using ZcBench.Proxies.Kernels;
using ZcBench.Proxies.Population;

namespace ZcBench.Proxies.Networks;

/// <summary>
/// Convolutions in double precision by own kernels, where they are faster than libtorch's: 3x3 convolutions
/// (<see cref="PlaneConvolution"/>) and those of each channel by itself (<see cref="PlaneDepthwise"/>).
/// Gradients that are differentiated in turn are taken by libtorch's operations.
/// </summary>
internal static class DirectConvolution
{
    /// <summary>Whether a kernel is made for a convolution of so many groups.</summary>
    public static bool Covers(Convolution conv, long groups, Tensor input, Tensor weight) =>
        conv.KernelWidth == conv.Kernel
        && DenseDoubles.Covers(input)
        && input.numel() / input.shape[1] * weight.shape[0] <= int.MaxValue / sizeof(double)
        && (
            IsDepthwise(groups, input, weight)
            || (
                conv is { Kernel: 3, Padding: 1, Stride: 1, Dilation: 1 }
                && groups == 1
                && PlaneConvolution.IsFast
                && PlaneConvolution.Covers((int)input.shape[1], (int)weight.shape[0])
            )
        );

    /// <summary>
    /// [N, C, H, W] and weights [O, C, k, k], or [C, 1, k, k] for groups of one channel, → [N, O, H′, W′].
    /// </summary>
    public static Tensor Of(Convolution conv, long groups, Tensor input, Tensor weight) =>
        torch.is_grad_enabled() && (input.requires_grad || weight.requires_grad)
            ? Differentiable.apply(input, weight, conv, groups)
            : Forward(conv, input, weight);

    private static bool IsDepthwise(long groups, Tensor input, Tensor weight) =>
        groups > 1 && groups == input.shape[1] && groups == weight.shape[0];

    private static IPlaneKernel Kernel(Convolution conv, long[] input, long[] weight)
    {
        var shape = ((int)input[1], (int)input[2], (int)input[3]);
        return weight[1] == 1 && input[1] > 1
            ? new PlaneDepthwise(shape, conv.Kernel, conv.Stride, conv.Padding, conv.Dilation)
            : new PlaneConvolution(shape, (int)weight[0], torch.get_num_threads());
    }

    private static Tensor Forward(Convolution conv, Tensor input, Tensor weight)
    {
        using var images = DenseDoubles.Dense(input);
        using var factors = DenseDoubles.Dense(weight);
        var kernel = Kernel(conv, input.shape, weight.shape);
        var (channels, height, width) = kernel.Output;
        var output = DenseDoubles.Empty(input.shape[0], channels, height, width);
        kernel.Forward(
            DenseDoubles.Numbers(images),
            DenseDoubles.Numbers(factors),
            DenseDoubles.Numbers(output)
        );
        return output;
    }

    /// <summary>The convolution with its gradients.</summary>
    internal sealed class Differentiable : torch.autograd.SingleTensorFunction<Differentiable>
    {
        /// <inheritdoc/>
        public override string Name => nameof(DirectConvolution);

        /// <inheritdoc/>
        public override Tensor forward(torch.autograd.AutogradContext ctx, params object[] vars)
        {
            var (input, weight, conv) = ((Tensor)vars[0], (Tensor)vars[1], (Convolution)vars[2]);
            ctx.save_for_backward([input, weight]);
            ctx.save_data(nameof(Convolution), conv);
            ctx.save_data(nameof(conv.Groups), vars[3]);
            return Forward(conv, input, weight);
        }

        /// <inheritdoc/>
        public override List<Tensor> backward(torch.autograd.AutogradContext ctx, Tensor grad_output)
        {
            var conv = (Convolution)ctx.get_data(nameof(Convolution));
            var saved = ctx.get_saved_variables();
            using var input = saved[0];
            using var weight = saved[1];
            return DenseDoubles.Returned(
                grad_output,
                torch.is_grad_enabled()
                    ? Twice(conv, (long)ctx.get_data(nameof(conv.Groups)), input, weight, grad_output)
                    : Once(conv, input, weight, grad_output),
                vars: 4
            );
        }

        private static Tensor?[] Once(Convolution conv, Tensor input, Tensor weight, Tensor gradient)
        {
            using var images = DenseDoubles.Dense(input);
            using var factors = DenseDoubles.Dense(weight);
            using var gradients = DenseDoubles.Dense(gradient);
            var kernel = Kernel(conv, input.shape, weight.shape);
            var ofInput = input.requires_grad ? DenseDoubles.Empty(input.shape) : null;
            var ofWeight = weight.requires_grad ? DenseDoubles.Empty(weight.shape) : null;
            if (ofInput is not null)
            {
                kernel.InputGradient(
                    DenseDoubles.Numbers(gradients),
                    DenseDoubles.Numbers(factors),
                    DenseDoubles.Numbers(ofInput)
                );
            }

            if (ofWeight is not null)
            {
                kernel.WeightGradient(
                    DenseDoubles.Numbers(images),
                    DenseDoubles.Numbers(gradients),
                    DenseDoubles.Numbers(ofWeight)
                );
            }

            return [ofInput, ofWeight];
        }

        private static Tensor?[] Twice(
            Convolution conv,
            long groups,
            Tensor input,
            Tensor weight,
            Tensor gradient
        )
        {
            using var value = Arithmetic.ByLibtorch(conv, groups, input, weight);
            return DenseDoubles.Twice(value, [input, weight], gradient);
        }
    }
}
