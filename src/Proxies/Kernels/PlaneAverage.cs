using System.Numerics.Tensors;

namespace ZcBench.Proxies.Kernels;

/// <summary>
/// Averages over the k x k pixels around each pixel of planes in double precision, k odd, and their gradient.
/// Sums are taken along rows, then along columns, of a whole padded plane at once: what they hold beyond the
/// ends of rows is left behind.
/// </summary>
internal sealed class PlaneAverage
{
    private readonly int _height;
    private readonly int _width;
    private readonly int _kernel;
    private readonly int _rowLength;
    private readonly double[] _reciprocals;

    /// <summary>Planes of a height and width.</summary>
    /// <param name="height">Rows.</param>
    /// <param name="width">Columns.</param>
    /// <param name="kernel">k.</param>
    /// <param name="countsPadding">
    /// Whether an average is over k² pixels, those beyond the borders being zero, or over those within.
    /// </param>
    public PlaneAverage(int height, int width, int kernel, bool countsPadding)
    {
        (_height, _width, _kernel) = (height, width, kernel);
        _rowLength = width + kernel - 1;
        _reciprocals = new double[height * width];
        for (var h = 0; h < height; h++)
        {
            for (var w = 0; w < width; w++)
            {
                var pixels = countsPadding ? kernel * kernel : Inside(h, height) * Inside(w, width);
                _reciprocals[h * width + w] = 1.0 / pixels;
            }
        }
    }

    /// <summary>y = r ∘ S x, S the sums over windows and r the reciprocal numbers of pixels.</summary>
    /// <param name="planes">x, as many planes as there are.</param>
    /// <param name="averages">y.</param>
    public void Forward(ReadOnlySpan<double> planes, Span<double> averages)
    {
        var sums = new Sums(this);
        for (var first = 0; first < planes.Length; first += _reciprocals.Length)
        {
            sums.Load(planes.Slice(first, _reciprocals.Length));
            var target = averages.Slice(first, _reciprocals.Length);
            sums.Store(target);
            TensorPrimitives.Multiply(target, _reciprocals, target);
        }
    }

    /// <summary>∂L/∂x = S (r ∘ ∂L/∂y): windows overlap as they are overlapped.</summary>
    /// <param name="gradients">∂L/∂y.</param>
    /// <param name="result">∂L/∂x.</param>
    public void Gradient(ReadOnlySpan<double> gradients, Span<double> result)
    {
        var sums = new Sums(this);
        var weighted = new double[_reciprocals.Length];
        for (var first = 0; first < gradients.Length; first += weighted.Length)
        {
            TensorPrimitives.Multiply(gradients.Slice(first, weighted.Length), _reciprocals, weighted);
            sums.Load(weighted);
            sums.Store(result.Slice(first, weighted.Length));
        }
    }

    private int Inside(int position, int size) =>
        Math.Min(position + _kernel / 2, size - 1) - Math.Max(position - _kernel / 2, 0) + 1;

    // A padded plane, its sums along rows and the sums of those along columns.
    private sealed class Sums(PlaneAverage shape)
    {
        private readonly double[] _padded = new double[
            (shape._height + shape._kernel - 1) * shape._rowLength + shape._kernel - 1
        ];

        private readonly double[] _rows = new double[(shape._height + shape._kernel - 1) * shape._rowLength];

        private readonly double[] _windows = new double[shape._height * shape._rowLength];

        // The border stays zero.
        public void Load(ReadOnlySpan<double> plane)
        {
            var border = shape._kernel / 2;
            for (var h = 0; h < shape._height; h++)
            {
                plane
                    .Slice(h * shape._width, shape._width)
                    .CopyTo(_padded.AsSpan((h + border) * shape._rowLength + border));
            }

            Shifted(_padded, _rows, 1);
            Shifted(_rows, _windows, shape._rowLength);
        }

        public void Store(Span<double> plane)
        {
            for (var h = 0; h < shape._height; h++)
            {
                _windows.AsSpan(h * shape._rowLength, shape._width).CopyTo(plane[(h * shape._width)..]);
            }
        }

        private void Shifted(ReadOnlySpan<double> values, Span<double> sums, int step)
        {
            values[..sums.Length].CopyTo(sums);
            for (var k = 1; k < shape._kernel; k++)
            {
                TensorPrimitives.Add(sums, values.Slice(k * step, sums.Length), sums);
            }
        }
    }
}
