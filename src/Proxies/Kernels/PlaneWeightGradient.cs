using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace ZcBench.Proxies.Kernels;

/// <summary>
/// The gradient of the weights of a <see cref="PlaneConvolution"/>, ∂L/∂W[o, c, i, j] = Σ_{n, h, w} ∂L/∂y[n,
/// o, h, w] · x[n, c, h + i − 1, w + j − 1], with the sums of eight output channels by three taps in
/// registers while the pixels pass, eight of a row at once.
/// </summary>
internal sealed class PlaneWeightGradient
{
    /// <summary>Output channels of one tile.</summary>
    public const int Tile = 8;

    // Vectors of pixels between two additions of a tile's sums to the gradient.
    private const int ChunkVectors = 64;
    private const int Lanes = PlaneRows.Lanes;

    private readonly int _channels;
    private readonly int _outChannels;
    private readonly int _threads;
    private readonly PlaneRows _rows;

    /// <summary>A layer's shapes, without the batch.</summary>
    /// <param name="input">Channels, height and width of x.</param>
    /// <param name="outChannels">Channels of y.</param>
    /// <param name="threads">How much is worked on at once; the result does not depend on it.</param>
    public PlaneWeightGradient((int C, int H, int W) input, int outChannels, int threads)
    {
        (_channels, _outChannels, _threads) = (input.C, outChannels, threads);
        _rows = new(input.H, input.W);
    }

    /// <summary>∂L/∂W.</summary>
    /// <param name="input">x, [N, C, H, W].</param>
    /// <param name="gradient">∂L/∂y, [N, O, H, W].</param>
    /// <param name="result">[O, C, 3, 3].</param>
    public unsafe void Compute(ReadOnlySpan<double> input, ReadOnlySpan<double> gradient, Span<double> result)
    {
        result.Clear();
        var (pixels, padded, filled) = (_rows.Pixels, _rows.PaddedPlane, _rows.FilledPlane);
        var samples = input.Length / (_channels * pixels);
        var chunk = Math.Clamp(ChunkVectors / _rows.VectorsOfPlane, 1, samples);
        using var images = new CacheLines(chunk * _channels * padded);
        using var gradients = new CacheLines(chunk * _outChannels * filled);
        fixed (double* sums = result)
        {
            var target = (nint)sums;
            for (var first = 0; first < samples; first += chunk)
            {
                var count = Math.Min(chunk, samples - first);
                for (var k = 0; k < count * _channels; k++)
                {
                    var place = (first * _channels + k) * pixels;
                    _rows.Pad(input.Slice(place, pixels), images.Numbers[(k * padded)..]);
                }

                for (var k = 0; k < count * _outChannels; k++)
                {
                    var place = (first * _outChannels + k) * pixels;
                    _rows.Fill(gradient.Slice(place, pixels), gradients.Numbers[(k * filled)..]);
                }

                PlaneRows.Each(
                    _threads,
                    _outChannels / Tile,
                    tile => OfTile(images.Start, gradients.Start, count, tile * Tile, (double*)target)
                );
            }
        }
    }

    private unsafe void OfTile(double* images, double* gradients, int samples, int tile, double* result)
    {
        for (var c = 0; c < _channels; c++)
        {
            for (var row = 0; row < 3; row++)
            {
                TapSums(
                    images + c * _rows.PaddedPlane + row * _rows.PaddedRow,
                    gradients + tile * _rows.FilledPlane,
                    samples,
                    result + ((tile * _channels + c) * 3 + row) * 3
                );
            }
        }
    }

    // Compiled fully at once: code that is replaced while it runs keeps its sums in memory.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private unsafe void TapSums(double* image, double* gradient, int samples, double* result)
    {
        Vector512<double> a0 = default,
            a1 = default,
            a2 = default,
            b0 = default,
            b1 = default,
            b2 = default,
            c0 = default,
            c1 = default,
            c2 = default,
            d0 = default,
            d1 = default,
            d2 = default,
            e0 = default,
            e1 = default,
            e2 = default,
            f0 = default,
            f1 = default,
            f2 = default,
            g0 = default,
            g1 = default,
            g2 = default,
            h0 = default,
            h1 = default,
            h2 = default;
        var (height, vectors, paddedRow) = (_rows.Height, _rows.Vectors, _rows.PaddedRow);
        long plane = _rows.FilledPlane;
        for (var sample = 0; sample < samples; sample++)
        {
            var x = image + (long)sample * _channels * _rows.PaddedPlane;
            var y = gradient + sample * _outChannels * plane;
            for (var row = 0; row < height; row++)
            {
                for (var vector = 0; vector < vectors; vector++)
                {
                    var pixel = x + vector * Lanes;
                    var (left, middle, right) = (
                        Vector512.Load(pixel),
                        Vector512.Load(pixel + 1),
                        Vector512.Load(pixel + 2)
                    );
                    var factor = Vector512.Load(y);
                    a0 = Vector512.FusedMultiplyAdd(factor, left, a0);
                    a1 = Vector512.FusedMultiplyAdd(factor, middle, a1);
                    a2 = Vector512.FusedMultiplyAdd(factor, right, a2);
                    factor = Vector512.Load(y + plane);
                    b0 = Vector512.FusedMultiplyAdd(factor, left, b0);
                    b1 = Vector512.FusedMultiplyAdd(factor, middle, b1);
                    b2 = Vector512.FusedMultiplyAdd(factor, right, b2);
                    factor = Vector512.Load(y + 2 * plane);
                    c0 = Vector512.FusedMultiplyAdd(factor, left, c0);
                    c1 = Vector512.FusedMultiplyAdd(factor, middle, c1);
                    c2 = Vector512.FusedMultiplyAdd(factor, right, c2);
                    factor = Vector512.Load(y + 3 * plane);
                    d0 = Vector512.FusedMultiplyAdd(factor, left, d0);
                    d1 = Vector512.FusedMultiplyAdd(factor, middle, d1);
                    d2 = Vector512.FusedMultiplyAdd(factor, right, d2);
                    factor = Vector512.Load(y + 4 * plane);
                    e0 = Vector512.FusedMultiplyAdd(factor, left, e0);
                    e1 = Vector512.FusedMultiplyAdd(factor, middle, e1);
                    e2 = Vector512.FusedMultiplyAdd(factor, right, e2);
                    factor = Vector512.Load(y + 5 * plane);
                    f0 = Vector512.FusedMultiplyAdd(factor, left, f0);
                    f1 = Vector512.FusedMultiplyAdd(factor, middle, f1);
                    f2 = Vector512.FusedMultiplyAdd(factor, right, f2);
                    factor = Vector512.Load(y + 6 * plane);
                    g0 = Vector512.FusedMultiplyAdd(factor, left, g0);
                    g1 = Vector512.FusedMultiplyAdd(factor, middle, g1);
                    g2 = Vector512.FusedMultiplyAdd(factor, right, g2);
                    factor = Vector512.Load(y + 7 * plane);
                    h0 = Vector512.FusedMultiplyAdd(factor, left, h0);
                    h1 = Vector512.FusedMultiplyAdd(factor, middle, h1);
                    h2 = Vector512.FusedMultiplyAdd(factor, right, h2);
                    y += Lanes;
                }

                x += paddedRow;
            }
        }

        var apart = _channels * 9;
        Add(result, a0, a1, a2);
        Add(result + apart, b0, b1, b2);
        Add(result + 2 * apart, c0, c1, c2);
        Add(result + 3 * apart, d0, d1, d2);
        Add(result + 4 * apart, e0, e1, e2);
        Add(result + 5 * apart, f0, f1, f2);
        Add(result + 6 * apart, g0, g1, g2);
        Add(result + 7 * apart, h0, h1, h2);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static unsafe void Add(
        double* target,
        Vector512<double> left,
        Vector512<double> middle,
        Vector512<double> right
    )
    {
        target[0] += Vector512.Sum(left);
        target[1] += Vector512.Sum(middle);
        target[2] += Vector512.Sum(right);
    }
}
