using System.Buffers;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace ZcBench.Proxies.Kernels;

/// <summary>
/// 3x3 convolutions of stride 1 with one pixel of zero padding in double precision, y[n, o, h, w] = Σ_{c, i,
/// j} W[o, c, i, j] · x[n, c, h + i − 1, w + j − 1], and their gradients (for the weights <see
/// cref="PlaneWeightGradient"/>). In double precision libtorch copies every pixel
/// nine times before it multiplies; here pixels are read where they lie, eight of a row at once, and the sums
/// of four output channels by four vectors of pixels stay in registers.
/// </summary>
internal sealed class PlaneConvolution : IPlaneKernel
{
    private const int Taps = 9;
    private const int Lanes = PlaneRows.Lanes;

    // Output channels of one tile, and vectors of pixels.
    private const int Tile = 4;

    // Bytes of weights that stay in the second cache beside the pixels.
    private const int CachedWeights = 1 << 18;

    // Groups of vectors that pass a tile of weights that do not.
    private const int ManyGroups = 8;

    private readonly int _channels;
    private readonly int _outChannels;
    private readonly int _height;
    private readonly int _width;
    private readonly PlaneRows _rows;
    private readonly int _threads;

    // For each vector of outputs: the first pixel that it reads in a padded plane, and its place and length
    // in a plane of outputs. The last vector is repeated until the tiles are whole.
    private readonly int[] _places;
    private readonly (int Target, int Lanes)[] _targets;

    /// <summary>A layer's shapes, without the batch.</summary>
    /// <param name="input">Channels, height and width of x; those of y are as high and as wide.</param>
    /// <param name="outChannels">Channels of y.</param>
    /// <param name="threads">How much is worked on at once; the result does not depend on it.</param>
    public PlaneConvolution((int C, int H, int W) input, int outChannels, int threads)
    {
        (_channels, _height, _width) = input;
        _rows = new(input.H, input.W);
        _outChannels = outChannels;
        _threads = threads;
        var last = _rows.VectorsOfPlane - 1;
        var vectors = Enumerable
            .Range(0, (last / Tile + 1) * Tile)
            .Select(vector => Math.Min(vector, last))
            .Select(vector => (Row: vector / _rows.Vectors, Column: vector % _rows.Vectors * Lanes))
            .ToArray();
        _places = [.. vectors.Select(vector => vector.Row * _rows.PaddedRow + vector.Column)];
        _targets =
        [
            .. vectors.Select(vector =>
                (vector.Row * input.W + vector.Column, Math.Min(Lanes, input.W - vector.Column))
            ),
        ];
    }

    /// <summary>Whether this processor has the vectors that it is made for.</summary>
    public static bool IsFast => WideVectors.AreThere;

    /// <summary>Whether the channels are whole tiles.</summary>
    public static bool Covers(int channels, int outChannels) =>
        channels % Tile == 0 && outChannels % PlaneWeightGradient.Tile == 0;

    /// <inheritdoc/>
    public (int O, int H, int W) Output => (_outChannels, _height, _width);

    /// <summary>y.</summary>
    /// <param name="input">x, [N, C, H, W].</param>
    /// <param name="weight">W, [O, C, 3, 3].</param>
    /// <param name="output">[N, O, H, W].</param>
    public void Forward(ReadOnlySpan<double> input, ReadOnlySpan<double> weight, Span<double> output)
    {
        var packed = ArrayPool<double>.Shared.Rent(weight.Length);
        for (var o = 0; o < _outChannels; o++)
        {
            for (var k = 0; k < _channels * Taps; k++)
            {
                packed[(o / Tile * _channels * Taps + k) * Tile + o % Tile] = weight[
                    o * _channels * Taps + k
                ];
            }
        }

        Convolve(input, _channels, packed, output, _outChannels);
        ArrayPool<double>.Shared.Return(packed);
    }

    /// <summary>
    /// ∂L/∂x from ∂L/∂y: a convolution by the weights turned by 180°, channels in and out exchanged.
    /// </summary>
    /// <param name="gradient">∂L/∂y, [N, O, H, W].</param>
    /// <param name="weight">W, [O, C, 3, 3].</param>
    /// <param name="result">[N, C, H, W].</param>
    public void InputGradient(ReadOnlySpan<double> gradient, ReadOnlySpan<double> weight, Span<double> result)
    {
        var packed = ArrayPool<double>.Shared.Rent(weight.Length);
        for (var o = 0; o < _outChannels; o++)
        {
            for (var c = 0; c < _channels; c++)
            {
                for (var tap = 0; tap < Taps; tap++)
                {
                    var place = (c / Tile * _outChannels + o) * Taps + Taps - 1 - tap;
                    packed[place * Tile + c % Tile] = weight[(o * _channels + c) * Taps + tap];
                }
            }
        }

        Convolve(gradient, _outChannels, packed, result, _channels);
        ArrayPool<double>.Shared.Return(packed);
    }

    /// <inheritdoc/>
    public void WeightGradient(
        ReadOnlySpan<double> input,
        ReadOnlySpan<double> gradient,
        Span<double> result
    ) =>
        new PlaneWeightGradient((_channels, _height, _width), _outChannels, _threads).Compute(
            input,
            gradient,
            result
        );

    private unsafe void Convolve(
        ReadOnlySpan<double> input,
        int from,
        double[] packed,
        Span<double> output,
        int to
    )
    {
        var pixels = _rows.Pixels;
        var samples = input.Length / (from * pixels);
        var threads = Math.Min(samples, _threads);
        fixed (
            double* x = input,
                w = packed,
                y = output
        )
        {
            var (images, weights, results) = ((nint)x, (nint)w, (nint)y);
            PlaneRows.Each(
                threads,
                threads,
                thread =>
                {
                    using var padded = new CacheLines(from * _rows.PaddedPlane);
                    for (var n = thread; n < samples; n += threads)
                    {
                        var image = (double*)images + (long)n * from * pixels;
                        for (var c = 0; c < from; c++)
                        {
                            _rows.Pad(
                                new(image + c * pixels, pixels),
                                padded.Numbers[(c * _rows.PaddedPlane)..]
                            );
                        }

                        Sample(
                            padded.Start,
                            from,
                            (double*)weights,
                            (double*)results + (long)n * to * pixels,
                            to
                        );
                    }
                }
            );
        }
    }

    // The pixels that a tile reads stay in the nearest cache while all output channels pass; where the
    // weights of all are more than a cache holds, those of a tile stay there while many pixels pass.
    private unsafe void Sample(double* planes, int from, double* packed, double* result, int to)
    {
        var count = _rows.VectorsOfPlane;
        var pixels = _rows.Pixels;
        var sums = stackalloc double[Tile * Tile * Lanes];
        var groups = (long)from * to * Taps * sizeof(double) > CachedWeights ? ManyGroups : 1;
        for (var block = 0; block < count; block += groups * Tile)
        {
            for (var tile = 0; tile < to; tile += Tile)
            {
                for (var first = block; first < Math.Min(block + groups * Tile, count); first += Tile)
                {
                    Sums(
                        planes + _places[first],
                        planes + _places[first + 1],
                        planes + _places[first + 2],
                        planes + _places[first + 3],
                        from,
                        packed + tile * from * Taps,
                        sums
                    );
                    for (var channel = 0; channel < Tile; channel++)
                    {
                        var plane = result + (tile + channel) * pixels;
                        for (var vector = 0; vector < Math.Min(Tile, count - first); vector++)
                        {
                            Put(sums + (channel * Tile + vector) * Lanes, plane, first + vector);
                        }
                    }
                }
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private unsafe void Put(double* sums, double* plane, int vector)
    {
        var (target, lanes) = _targets[vector];
        if (lanes == Lanes)
        {
            Vector512.Load(sums).Store(plane + target);
        }
        else
        {
            new ReadOnlySpan<double>(sums, lanes).CopyTo(new(plane + target, lanes));
        }
    }

    // Compiled fully at once: code that is replaced while it runs keeps its sums in memory.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private unsafe void Sums(
        double* a,
        double* b,
        double* c,
        double* d,
        int channels,
        double* weight,
        double* sums
    )
    {
        Vector512<double> a0 = default,
            a1 = default,
            a2 = default,
            a3 = default,
            b0 = default,
            b1 = default,
            b2 = default,
            b3 = default,
            c0 = default,
            c1 = default,
            c2 = default,
            c3 = default,
            d0 = default,
            d1 = default,
            d2 = default,
            d3 = default;
        var (plane, row) = ((long)_rows.PaddedPlane, _rows.PaddedRow);
        for (var channel = 0; channel < channels; channel++)
        {
            var place = channel * plane;
            for (var i = 0; i < 3; i++)
            {
                for (var j = 0; j < 3; j++)
                {
                    var (pa, pb, pc, pd) = (
                        Vector512.Load(a + place + j),
                        Vector512.Load(b + place + j),
                        Vector512.Load(c + place + j),
                        Vector512.Load(d + place + j)
                    );
                    var factor = Vector512.Create(weight[0]);
                    a0 = Vector512.FusedMultiplyAdd(factor, pa, a0);
                    b0 = Vector512.FusedMultiplyAdd(factor, pb, b0);
                    c0 = Vector512.FusedMultiplyAdd(factor, pc, c0);
                    d0 = Vector512.FusedMultiplyAdd(factor, pd, d0);
                    factor = Vector512.Create(weight[1]);
                    a1 = Vector512.FusedMultiplyAdd(factor, pa, a1);
                    b1 = Vector512.FusedMultiplyAdd(factor, pb, b1);
                    c1 = Vector512.FusedMultiplyAdd(factor, pc, c1);
                    d1 = Vector512.FusedMultiplyAdd(factor, pd, d1);
                    factor = Vector512.Create(weight[2]);
                    a2 = Vector512.FusedMultiplyAdd(factor, pa, a2);
                    b2 = Vector512.FusedMultiplyAdd(factor, pb, b2);
                    c2 = Vector512.FusedMultiplyAdd(factor, pc, c2);
                    d2 = Vector512.FusedMultiplyAdd(factor, pd, d2);
                    factor = Vector512.Create(weight[3]);
                    a3 = Vector512.FusedMultiplyAdd(factor, pa, a3);
                    b3 = Vector512.FusedMultiplyAdd(factor, pb, b3);
                    c3 = Vector512.FusedMultiplyAdd(factor, pc, c3);
                    d3 = Vector512.FusedMultiplyAdd(factor, pd, d3);
                    weight += Tile;
                }

                place += row;
            }
        }

        Store(sums, a0, b0, c0, d0);
        Store(sums + Tile * Lanes, a1, b1, c1, d1);
        Store(sums + 2 * Tile * Lanes, a2, b2, c2, d2);
        Store(sums + 3 * Tile * Lanes, a3, b3, c3, d3);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static unsafe void Store(
        double* target,
        Vector512<double> a,
        Vector512<double> b,
        Vector512<double> c,
        Vector512<double> d
    )
    {
        a.Store(target);
        b.Store(target + Lanes);
        c.Store(target + 2 * Lanes);
        d.Store(target + 3 * Lanes);
    }
}
