using System.Numerics.Tensors;

namespace ZcBench.Proxies.Kernels;

/// <summary>
/// Convolutions of each channel by a k x k kernel of its own in double precision, and their gradients.
/// libtorch has double precision go channel by channel. Here each tap is a product of a whole padded plane,
/// shifted, and one number; what the sums hold beyond the ends of rows is left behind. A stride is taken by
/// leaving out pixels of the sums of stride one, and backwards by zeros in their places.
/// </summary>
internal sealed class PlaneDepthwise : IPlaneKernel
{
    private readonly int _height;
    private readonly int _width;
    private readonly int _kernel;
    private readonly int _stride;
    private readonly int _padding;
    private readonly int _dilation;
    private readonly int _rowLength;
    private readonly int _padded;
    private readonly int _rows;

    private readonly int _channels;
    private readonly int _outHeight;
    private readonly int _outWidth;

    /// <summary>A layer's shapes, without the batch.</summary>
    public PlaneDepthwise((int C, int H, int W) input, int kernel, int stride, int padding, int dilation)
    {
        (_channels, _height, _width) = input;
        _kernel = kernel;
        (_stride, _padding, _dilation) = (stride, padding, dilation);
        var reach = dilation * (kernel - 1);
        _rowLength = _width + 2 * padding;
        _rows = _height + 2 * padding - reach;
        _padded = (_height + 2 * padding) * _rowLength + reach;
        _outHeight = (_rows - 1) / stride + 1;
        _outWidth = (_rowLength - reach - 1) / stride + 1;
    }

    /// <inheritdoc/>
    public (int O, int H, int W) Output => (_channels, _outHeight, _outWidth);

    /// <summary>y[n, c, h, w] = Σ_{i, j} W[c, i, j] · x[n, c, s·h + d·i − p, s·w + d·j − p].</summary>
    /// <param name="input">x, [N, C, H, W].</param>
    /// <param name="weight">W, [C, k, k].</param>
    /// <param name="output">[N, C, H′, W′].</param>
    public void Forward(ReadOnlySpan<double> input, ReadOnlySpan<double> weight, Span<double> output)
    {
        var taps = _kernel * _kernel;
        var padded = new double[_padded];
        var sums = new double[_rows * _rowLength];
        for (var plane = 0; plane < input.Length / (_height * _width); plane++)
        {
            Pad(input.Slice(plane * _height * _width, _height * _width), padded);
            Array.Clear(sums);
            for (var tap = 0; tap < taps; tap++)
            {
                TensorPrimitives.MultiplyAdd(
                    padded.AsSpan(Place(tap), sums.Length),
                    weight[plane % _channels * taps + tap],
                    sums,
                    sums
                );
            }

            Thin(sums, output.Slice(plane * _outHeight * _outWidth, _outHeight * _outWidth));
        }
    }

    /// <summary>∂L/∂x.</summary>
    /// <param name="gradient">∂L/∂y, [N, C, H′, W′].</param>
    /// <param name="weight">W, [C, k, k].</param>
    /// <param name="result">[N, C, H, W].</param>
    public void InputGradient(ReadOnlySpan<double> gradient, ReadOnlySpan<double> weight, Span<double> result)
    {
        var taps = _kernel * _kernel;
        var spread = new double[_rows * _rowLength];
        var padded = new double[_padded];
        for (var plane = 0; plane < result.Length / (_height * _width); plane++)
        {
            Spread(gradient.Slice(plane * _outHeight * _outWidth, _outHeight * _outWidth), spread);
            Array.Clear(padded);
            for (var tap = 0; tap < taps; tap++)
            {
                var target = padded.AsSpan(Place(tap), spread.Length);
                TensorPrimitives.MultiplyAdd(spread, weight[plane % _channels * taps + tap], target, target);
            }

            for (var h = 0; h < _height; h++)
            {
                padded
                    .AsSpan((h + _padding) * _rowLength + _padding, _width)
                    .CopyTo(result[((plane * _height + h) * _width)..]);
            }
        }
    }

    /// <summary>∂L/∂W.</summary>
    /// <param name="input">x, [N, C, H, W].</param>
    /// <param name="gradient">∂L/∂y, [N, C, H′, W′].</param>
    /// <param name="result">[C, k, k].</param>
    public void WeightGradient(ReadOnlySpan<double> input, ReadOnlySpan<double> gradient, Span<double> result)
    {
        result.Clear();
        var taps = _kernel * _kernel;
        var padded = new double[_padded];
        var spread = new double[_rows * _rowLength];
        for (var plane = 0; plane < input.Length / (_height * _width); plane++)
        {
            Pad(input.Slice(plane * _height * _width, _height * _width), padded);
            Spread(gradient.Slice(plane * _outHeight * _outWidth, _outHeight * _outWidth), spread);
            for (var tap = 0; tap < taps; tap++)
            {
                result[plane % _channels * taps + tap] += TensorPrimitives.Dot<double>(
                    padded.AsSpan(Place(tap), spread.Length),
                    spread
                );
            }
        }
    }

    private int Place(int tap) => _dilation * (tap / _kernel * _rowLength + tap % _kernel);

    // The border stays zero.
    private void Pad(ReadOnlySpan<double> plane, Span<double> padded)
    {
        for (var h = 0; h < _height; h++)
        {
            plane.Slice(h * _width, _width).CopyTo(padded[((h + _padding) * _rowLength + _padding)..]);
        }
    }

    private void Thin(ReadOnlySpan<double> sums, Span<double> output)
    {
        for (var h = 0; h < _outHeight; h++)
        {
            var row = sums[(h * _stride * _rowLength)..];
            var target = output.Slice(h * _outWidth, _outWidth);
            if (_stride == 1)
            {
                row[.._outWidth].CopyTo(target);
                continue;
            }

            for (var w = 0; w < _outWidth; w++)
            {
                target[w] = row[w * _stride];
            }
        }
    }

    // What is in no output's place stays zero.
    private void Spread(ReadOnlySpan<double> gradient, Span<double> spread)
    {
        for (var h = 0; h < _outHeight; h++)
        {
            var row = spread[(h * _stride * _rowLength)..];
            for (var w = 0; w < _outWidth; w++)
            {
                row[w * _stride] = gradient[h * _outWidth + w];
            }
        }
    }
}
