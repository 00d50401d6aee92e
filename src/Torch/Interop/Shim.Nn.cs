using System.Runtime.InteropServices;

namespace TorchSharp.Native;

/// <summary>Layers; TensorHandle.None is an absent tensor.</summary>
internal static partial class Shim
{
    [LibraryImport(Library)]
    internal static partial int zct_linear(
        TensorHandle input, TensorHandle weight, TensorHandle bias, out nint result);

    [LibraryImport(Library)]
    internal static partial int zct_conv2d(
        TensorHandle input, TensorHandle weight, TensorHandle bias, ReadOnlySpan<long> stride,
        int stride_count, ReadOnlySpan<long> padding, int padding_count, ReadOnlySpan<long> dilation,
        int dilation_count, long groups, out nint result);

    [LibraryImport(Library)]
    internal static partial int zct_batch_norm(
        TensorHandle input, TensorHandle running_mean, TensorHandle running_var, TensorHandle weight,
        TensorHandle bias, Flag training, double momentum, double eps, out nint result);

    [LibraryImport(Library)]
    internal static partial int zct_group_norm(
        TensorHandle input, long groups, TensorHandle weight, TensorHandle bias, double eps, out nint result);

    [LibraryImport(Library)]
    internal static partial int zct_avg_pool2d(
        TensorHandle input, ReadOnlySpan<long> kernel, int kernel_count, ReadOnlySpan<long> stride,
        int stride_count, ReadOnlySpan<long> padding, int padding_count, Flag ceil_mode,
        Flag count_include_pad, long divisor, out nint result);

    [LibraryImport(Library)]
    internal static partial int zct_max_pool2d(
        TensorHandle input, ReadOnlySpan<long> kernel, int kernel_count, ReadOnlySpan<long> stride,
        int stride_count, ReadOnlySpan<long> padding, int padding_count, ReadOnlySpan<long> dilation,
        int dilation_count, Flag ceil_mode, out nint result);

    [LibraryImport(Library)]
    internal static partial int zct_adaptive_avg_pool2d(
        TensorHandle input, ReadOnlySpan<long> size, int size_count, out nint result);

    [LibraryImport(Library)]
    internal static partial int zct_unfold(
        TensorHandle input, ReadOnlySpan<long> kernel, ReadOnlySpan<long> dilation,
        ReadOnlySpan<long> padding, ReadOnlySpan<long> stride, out nint result);

    [LibraryImport(Library)]
    internal static partial int zct_pixel_unshuffle(TensorHandle input, long factor, out nint result);

    [LibraryImport(Library)]
    internal static partial int zct_softmax(TensorHandle input, long dim, int dtype, out nint result);

    [LibraryImport(Library)]
    internal static partial int zct_log_softmax(TensorHandle input, long dim, int dtype, out nint result);

    [LibraryImport(Library)]
    internal static partial int zct_cross_entropy(
        TensorHandle input, TensorHandle target, TensorHandle weight, long reduction, long ignore_index,
        double label_smoothing, out nint result);
}
