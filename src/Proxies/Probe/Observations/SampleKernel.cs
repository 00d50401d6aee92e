using System.Runtime.InteropServices;
using MathNet.Numerics.LinearAlgebra;
using ZcBench.Benchmarks.Blueprints;
using ZcBench.Proxies.Kernels;

namespace ZcBench.Proxies.Probe.Observations;

/// <summary>
/// The Gram matrix Θ = G Gᵀ of rows G_n, one a sample, over all parameters of the layers: a (neural tangent)
/// kernel.
/// </summary>
/// <param name="Gram">Θ, [N, N].</param>
public sealed record SampleKernel(Matrix<double> Gram)
{
    // About 4 MB in single precision.
    private const long PatchNumbers = 1 << 20;

    /// <summary>tr Θ / N.</summary>
    public double MeanTrace => Gram.Trace() / Gram.RowCount;

    /// <summary>λ_max / λ_min; null when Θ is singular to double precision.</summary>
    public double? ConditionNumber()
    {
        var eigenvalues = Gram.Evd(Symmetricity.Symmetric).EigenValues.Real();
        var (low, high) = (eigenvalues.Min(), eigenvalues.Max());
        return low > high * Gram.RowCount * Math.Pow(2, -52) ? high / low : null;
    }

    /// <summary>
    /// Rows made from each sample's own layer input A_n and output gradient B_n: for a convolution the sum
    /// over pixels of B_n times the patch of A_n, for the classifier their outer product.
    /// </summary>
    internal static Tensor LayerRows(Tap tap, Tensor outputGradient)
    {
        var samples = outputGradient.shape[0];
        if (tap.Step.Operation is not Convolution conv)
        {
            return outputGradient.unsqueeze(2).mul(tap.Input.unsqueeze(1)).reshape(samples, -1);
        }

        return
            outputGradient.device.type == DeviceType.CPU
            && PatchProducts.IsFast
            && conv is { Groups: 1, Dilation: 1 }
            && conv.KernelWidth == conv.Kernel
            && PatchProducts.Covers(conv.Kernel, conv.Padding, conv.Out)
            && 2 * samples * conv.Weights * sizeof(double) <= int.MaxValue
            ? Direct(tap, conv, outputGradient)
            : ByPatches(tap, conv, outputGradient);
    }

    /// <summary>G Gᵀ of rows [N, numbers], in double precision.</summary>
    internal static Tensor GramOf(Tensor rows) =>
        rows.device.type == DeviceType.CPU && RowProducts.IsFast && Rows.FitsSpan(rows) && Covers(rows)
            ? GramWhereItLies(rows.contiguous())
            : Numbers.Wide(rows.mm(rows.t()));

    internal static Tensor GramWhereItLies(Tensor rows)
    {
        var samples = (int)rows.shape[0];
        var gram = torch.empty([samples, samples], dtype: torch.float64);
        var products = new RowProducts(samples, (int)rows.shape[1], torch.get_num_threads());
        var target = MemoryMarshal.Cast<byte, double>(gram.bytes);
        if (rows.dtype == torch.float64)
        {
            products.Compute<double, DoubleMultiplyAdd>(MemoryMarshal.Cast<byte, double>(rows.bytes), target);
        }
        else
        {
            products.Compute<float, SingleMultiplyAdd>(MemoryMarshal.Cast<byte, float>(rows.bytes), target);
        }

        return gram;
    }

    private static bool Covers(Tensor rows) =>
        rows.dtype == torch.float64
            ? RowProducts.Covers<double>(rows.shape[0], rows.shape[1])
            : RowProducts.Covers<float>(rows.shape[0], rows.shape[1]);

    internal static Tensor Direct(Tap tap, Convolution conv, Tensor outputGradient)
    {
        using var scope = torch.NewDisposeScope();
        var (input, output) = (tap.Input.shape, outputGradient.shape);
        var products = new PatchProducts(
            ((int)input[1], (int)input[2], (int)input[3]),
            ((int)output[1], (int)output[2], (int)output[3]),
            conv.Stride
        );
        var (images, gradients) = (Rows.SampleMajor(tap.Input), Rows.SampleMajor(outputGradient));
        return images.dtype == torch.float64
            ? Fill<double, DoubleMultiplyAdd>().MoveToOuterDisposeScope()
            : Fill<float, SingleMultiplyAdd>().MoveToOuterDisposeScope();

        Tensor Fill<T, TArithmetic>()
            where T : unmanaged
            where TArithmetic : struct, IMultiplyAdd<T>
        {
            var rows = torch.empty([output[0], products.RowLength<T>()], dtype: images.dtype);
            products.Compute<T, TArithmetic>(
                MemoryMarshal.Cast<byte, T>(images.bytes),
                MemoryMarshal.Cast<byte, T>(gradients.bytes),
                MemoryMarshal.Cast<byte, T>(rows.bytes),
                torch.get_num_threads()
            );
            return rows;
        }
    }

    // [N·groups, out, pixels] · [N·groups, pixels, in·k²], channels in and out those of a group, a few
    // samples at a time so that their patches stay in the cache.
    internal static Tensor ByPatches(Tap tap, Convolution conv, Tensor outputGradient)
    {
        using var rows = torch.NewDisposeScope();
        var samples = outputGradient.shape[0];
        var gradient = outputGradient.permute(0, 2, 3, 1).reshape(samples, -1, conv.Out).transpose(1, 2);
        var chunk = Math.Max(1, PatchNumbers / (conv.FanIn * conv.Groups * gradient.shape[2]));
        var parts = new List<Tensor>();
        for (var first = 0L; first < samples; first += chunk)
        {
            using var part = torch.NewDisposeScope();
            var count = Math.Min(chunk, samples - first);
            var patches = Patches(tap.Input.narrow(0, first, count), conv);
            var own = gradient.narrow(0, first, count);
            parts.Add(
                (
                    conv.Groups == 1 ? own.bmm(patches) : EachGroup(own, patches, conv)
                ).MoveToOuterDisposeScope()
            );
        }

        return torch.cat(parts).reshape(samples, -1).MoveToOuterDisposeScope();
    }

    // [N, out, pixels] and [N, pixels, in·k²] of all channels, whose groups lie side by side.
    private static Tensor EachGroup(Tensor gradient, Tensor patches, Convolution conv)
    {
        var pixels = gradient.shape[2];
        var grouped = patches.transpose(1, 2).reshape(-1, conv.FanIn, pixels).transpose(1, 2);
        return gradient
            .reshape(-1, conv.Out / conv.Groups, pixels)
            .bmm(grouped)
            .reshape(gradient.shape[0], conv.Out, conv.FanIn);
    }

    private static Tensor Patches(Tensor input, Convolution conv) =>
        conv is { Kernel: 1, KernelWidth: 1, Stride: 1, Padding: 0 }
            ? input.permute(0, 2, 3, 1).reshape(input.shape[0], -1, conv.In)
            : torch
                .nn.functional.unfold(
                    input,
                    (conv.Kernel, conv.KernelWidth),
                    dilation: (conv.Dilation, conv.Dilation),
                    padding: (conv.Padding, conv.Padding),
                    stride: (conv.Stride, conv.Stride)
                )
                .transpose(1, 2);
}
