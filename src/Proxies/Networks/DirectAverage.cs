using ZcBench.Benchmarks.Blueprints;
using ZcBench.Proxies.Kernels;

namespace ZcBench.Proxies.Networks;

/// <summary>
/// Average pooling of double precision by an own kernel where the map keeps its size: libtorch takes as long
/// as for a convolution. Gradients that are differentiated in turn are taken by libtorch's operations.
/// </summary>
internal static class DirectAverage
{
    /// <summary>Whether the kernel is made for a pooling.</summary>
    public static bool Covers(AveragePool pool, Tensor input) =>
        pool is { Stride: 1, Extra.IsEmpty: true }
        && pool.Kernel == 2 * pool.Padding + 1
        && DenseDoubles.Covers(input);

    /// <summary>[N, C, H, W] → [N, C, H, W].</summary>
    public static Tensor Of(Tensor input, AveragePool pool) =>
        torch.is_grad_enabled() && input.requires_grad
            ? Differentiable.apply(input, pool)
            : Forward(input, pool);

    private static Tensor Forward(Tensor input, AveragePool pool)
    {
        using var planes = DenseDoubles.Dense(input);
        var averages = DenseDoubles.Empty(input.shape);
        Kernel(input, pool).Forward(DenseDoubles.Numbers(planes), DenseDoubles.Numbers(averages));
        return averages;
    }

    private static PlaneAverage Kernel(Tensor maps, AveragePool pool) =>
        new((int)maps.shape[2], (int)maps.shape[3], pool.Kernel, pool.CountsPadding);

    /// <summary>The pooling with its gradient.</summary>
    internal sealed class Differentiable : torch.autograd.SingleTensorFunction<Differentiable>
    {
        /// <inheritdoc/>
        public override string Name => nameof(DirectAverage);

        /// <inheritdoc/>
        public override Tensor forward(torch.autograd.AutogradContext ctx, params object[] vars)
        {
            ctx.save_for_backward([(Tensor)vars[0]]);
            ctx.save_data(nameof(AveragePool), vars[1]);
            return Forward((Tensor)vars[0], (AveragePool)vars[1]);
        }

        /// <inheritdoc/>
        public override List<Tensor> backward(torch.autograd.AutogradContext ctx, Tensor grad_output)
        {
            var pool = (AveragePool)ctx.get_data(nameof(AveragePool));
            using var input = ctx.get_saved_variables()[0];
            return DenseDoubles.Returned(
                grad_output,
                torch.is_grad_enabled() ? Twice(input, grad_output, pool) : [Once(grad_output, pool)],
                vars: 2
            );
        }

        private static Tensor Once(Tensor gradient, AveragePool pool)
        {
            using var gradients = DenseDoubles.Dense(gradient);
            var result = DenseDoubles.Empty(gradients.shape);
            Kernel(gradients, pool).Gradient(DenseDoubles.Numbers(gradients), DenseDoubles.Numbers(result));
            return result;
        }

        private static Tensor?[] Twice(Tensor input, Tensor gradient, AveragePool pool)
        {
            using var value = WindowAverage.ByLibtorch(input, pool);
            return DenseDoubles.Twice(value, [input], gradient);
        }
    }
}
