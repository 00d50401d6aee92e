using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            /// <summary>
            /// 2-d cross-correlation of input [N, C, H, W] with weight [K, C/groups, h, w].
            /// </summary>
            /// <param name="input">The images.</param>
            /// <param name="weight">The kernels.</param>
            /// <param name="bias">[K], or null.</param>
            /// <param name="strides">One number or two; 1 unless said.</param>
            /// <param name="padding">Zeros at each side, one number or two; 0 unless said.</param>
            /// <param name="dilation">One number or two; 1 unless said.</param>
            /// <param name="groups">Into how many independent groups the channels are split.</param>
            public static Tensor conv2d(
                Tensor input, Tensor weight, Tensor? bias = null, long[]? strides = null,
                long[]? padding = null, long[]? dilation = null, long groups = 1)
            {
                ReadOnlySpan<long> s = strides ?? [1L], p = padding ?? [0L], d = dilation ?? [1L];
                return Tensor.Result(
                    Shim.zct_conv2d(
                        input.NativeHandle, weight.NativeHandle, Optional(bias), s, s.Length, p, p.Length, d,
                        d.Length, groups, out var r),
                    r, input, weight, bias);
            }

            /// <summary>The mean of each window of [N, C, H, W].</summary>
            /// <param name="input">The images.</param>
            /// <param name="kernel_size">The window.</param>
            /// <param name="stride">The window's size unless said.</param>
            /// <param name="padding">Zeros at each side.</param>
            /// <param name="ceil_mode">Whether a last window may stick out.</param>
            /// <param name="count_include_pad">Whether padding counts in the mean.</param>
            /// <param name="divisor_override">What the sums are divided by instead.</param>
            public static Tensor avg_pool2d(
                Tensor input, long[] kernel_size, long[]? stride = null, long[]? padding = null,
                bool ceil_mode = false, bool count_include_pad = true, long? divisor_override = null)
            {
                ReadOnlySpan<long> s = stride ?? [], p = padding ?? [0L];
                return Tensor.Result(
                    Shim.zct_avg_pool2d(
                        input.NativeHandle, kernel_size, kernel_size.Length, s, s.Length, p, p.Length,
                        ceil_mode, count_include_pad, divisor_override ?? 0, out var r),
                    r, input);
            }

            /// <summary>The mean of each square window of [N, C, H, W].</summary>
            public static Tensor avg_pool2d(
                Tensor input, long kernel_size, long? stride = null, long padding = 0, bool ceil_mode = false,
                bool count_include_pad = true, long? divisor_override = null) => avg_pool2d(
                input, [kernel_size], [stride ?? kernel_size], [padding], ceil_mode, count_include_pad,
                divisor_override);

            /// <summary>The largest element of each window of [N, C, H, W].</summary>
            /// <param name="input">The images.</param>
            /// <param name="kernel_size">The window.</param>
            /// <param name="stride">Give it: without it the released TorchSharp versions differ.</param>
            /// <param name="padding">-∞ at each side.</param>
            /// <param name="dilation">The distance of a window's elements.</param>
            /// <param name="ceil_mode">Whether a last window may stick out.</param>
            public static Tensor max_pool2d(
                Tensor input, long[] kernel_size, long[]? stride = null, long[]? padding = null,
                long[]? dilation = null, bool ceil_mode = false)
            {
                ReadOnlySpan<long> s = stride ?? [], p = padding ?? [0L], d = dilation ?? [1L];
                return Tensor.Result(
                    Shim.zct_max_pool2d(
                        input.NativeHandle, kernel_size, kernel_size.Length, s, s.Length, p, p.Length, d,
                        d.Length, ceil_mode, out var r),
                    r, input);
            }

            /// <summary>The largest element of each square window of [N, C, H, W].</summary>
            public static Tensor max_pool2d(
                Tensor input, long kernel_size, long? stride = null, long? padding = null,
                long? dilation = null, bool ceil_mode = false) => max_pool2d(
                input, [kernel_size], [stride ?? kernel_size], [padding ?? 0], [dilation ?? 1], ceil_mode);

            /// <summary>Means over windows such that [N, C, H, W] becomes [N, C, output_size].</summary>
            public static Tensor adaptive_avg_pool2d(Tensor input, long[] output_size) => Tensor.Result(
                Shim.zct_adaptive_avg_pool2d(input.NativeHandle, output_size, output_size.Length, out var r),
                r, input);

            /// <summary>
            /// Means over windows such that [N, C, H, W] becomes [N, C, output_size, output_size].
            /// </summary>
            public static Tensor adaptive_avg_pool2d(Tensor input, long output_size) =>
                adaptive_avg_pool2d(input, [output_size, output_size]);

            /// <summary>The windows of [N, C, H, W] as columns: [N, C·k·k, windows].</summary>
            public static Tensor unfold(
                Tensor input, long kernel_size, long dilation = 1, long padding = 0,
                long stride = 1) => Tensor.Result(
                Shim.zct_unfold(
                    input.NativeHandle, [kernel_size, kernel_size], [dilation, dilation], [padding, padding],
                    [stride, stride], out var r),
                r, input);

            /// <summary>
            /// Squares of f by f pixels as channels: [N, C, H, W] becomes [N, C·f², H/f, W/f].
            /// </summary>
            public static Tensor pixel_unshuffle(Tensor input, long downscale_factor) =>
                Tensor.Result(Shim.zct_pixel_unshuffle(input.NativeHandle, downscale_factor, out var r), r,
                input);
        }
    }
}
