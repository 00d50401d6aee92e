using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace ZcBench.Proxies.Kernels;

/// <summary>
/// The weight gradients of a 3x3 convolution for each sample apart: for sample n, output channel o, tap (i,
/// j) and input channel c Σ_{h,w} B[n, h, w, o] · A[n, s·h + i − 1, s·w + j − 1, c], with A the layer's
/// input, B the gradient of its output and s the stride. Every image row is read where it lies instead of
/// being copied to patches, nine times as large; eight output channels by three taps are kept in registers
/// while the pixels pass.
/// </summary>
internal sealed class PatchProducts
{
    private const int Kernel = 3;

    // Output channels of one tile.
    private const int Tile = 8;

    private readonly int _channels;
    private readonly int _height;
    private readonly int _width;
    private readonly int _outChannels;
    private readonly int _outHeight;
    private readonly int _outWidth;
    private readonly int _stride;

    /// <summary>A layer's shapes, without the batch; zero padding is one pixel on each side.</summary>
    public PatchProducts((int C, int H, int W) input, (int C, int H, int W) output, int stride)
    {
        (_channels, _height, _width) = input;
        (_outChannels, _outHeight, _outWidth) = output;
        _stride = stride;
    }

    /// <summary>Whether this processor has the vectors that it is made for.</summary>
    public static bool IsFast => WideVectors.AreThere;

    /// <summary>Whether the kernel covers a layer of that many output channels.</summary>
    public static bool Covers(int kernel, int padding, int outChannels) =>
        kernel == Kernel && padding == 1 && outChannels % Tile == 0;

    /// <summary>
    /// Numbers in a sample's row: 9 · C_out · C_in with C_in rounded up to whole vectors; the numbers beyond
    /// C_in are zero.
    /// </summary>
    public int RowLength<T>() => Kernel * Kernel * _outChannels * Lanes<T>();

    /// <summary>
    /// Fills one row a sample, in the order tap row, output channel, tap column, input channel.
    /// </summary>
    /// <param name="input">A, [N, H, W, C_in].</param>
    /// <param name="gradient">B, [N, H_out, W_out, C_out].</param>
    /// <param name="rows">[N, <see cref="RowLength"/>].</param>
    /// <param name="threads">
    /// How many samples are worked on at once; the result does not depend on it.
    /// </param>
    public unsafe void Compute<T, TArithmetic>(
        ReadOnlySpan<T> input,
        ReadOnlySpan<T> gradient,
        Span<T> rows,
        int threads
    )
        where T : unmanaged
        where TArithmetic : struct, IMultiplyAdd<T>
    {
        var image = _channels * _height * _width;
        var outImage = _outChannels * _outHeight * _outWidth;
        var rowLength = RowLength<T>();
        fixed (
            T* a = input,
                b = gradient,
                r = rows
        )
        {
            var (inputs, gradients, results) = ((nint)a, (nint)b, (nint)r);
            Parallel.For(
                0,
                input.Length / image,
                new ParallelOptions { MaxDegreeOfParallelism = threads },
                () => new T[Padded<T>()],
                (n, _, padded) =>
                {
                    Pad((T*)inputs + n * image, padded);
                    Sample<T, TArithmetic>(padded, (T*)gradients + n * outImage, (T*)results + n * rowLength);
                    return padded;
                },
                _ => { }
            );
        }
    }

    private int Lanes<T>() => (_channels + Vector512<T>.Count - 1) / Vector512<T>.Count * Vector512<T>.Count;

    private int Padded<T>() => (_height + 2) * (_width + 2) * Lanes<T>();

    // The border and the channels beyond C_in stay zero.
    private unsafe void Pad<T>(T* image, T[] padded)
        where T : unmanaged
    {
        var lanes = Lanes<T>();
        for (var h = 0; h < _height; h++)
        {
            for (var w = 0; w < _width; w++)
            {
                new ReadOnlySpan<T>(image + (h * _width + w) * _channels, _channels).CopyTo(
                    padded.AsSpan(((h + 1) * (_width + 2) + w + 1) * lanes)
                );
            }
        }
    }

    private unsafe void Sample<T, TArithmetic>(T[] padded, T* gradient, T* row)
        where T : unmanaged
        where TArithmetic : struct, IMultiplyAdd<T>
    {
        var lanes = Lanes<T>();
        fixed (T* image = padded)
        {
            for (var tapRow = 0; tapRow < Kernel; tapRow++)
            {
                for (var channel = 0; channel < lanes; channel += Vector512<T>.Count)
                {
                    for (var tile = 0; tile < _outChannels; tile += Tile)
                    {
                        Pixels<T, TArithmetic>(
                            image + tapRow * (_width + 2) * lanes + channel,
                            gradient + tile,
                            row + (tapRow * _outChannels + tile) * Kernel * lanes + channel,
                            lanes
                        );
                    }
                }
            }
        }
    }

    // Twenty-four sums in registers: eight output channels by three neighbouring pixels, a vector of input
    // channels each. Compiled fully at once: code that is replaced while it runs keeps its sums in memory.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private unsafe void Pixels<T, TArithmetic>(T* image, T* gradient, T* result, int lanes)
        where T : unmanaged
        where TArithmetic : struct, IMultiplyAdd<T>
    {
        Vector512<T> a0 = default,
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
        var step = _stride * lanes;
        for (var y = 0; y < _outHeight; y++)
        {
            var x = image + y * _stride * (_width + 2) * lanes;
            for (var w = 0; w < _outWidth; w++)
            {
                var (left, middle, right) = (
                    Vector512.Load(x),
                    Vector512.Load(x + lanes),
                    Vector512.Load(x + 2 * lanes)
                );
                var factor = Vector512.Create(gradient[0]);
                a0 = TArithmetic.Add(factor, left, a0);
                a1 = TArithmetic.Add(factor, middle, a1);
                a2 = TArithmetic.Add(factor, right, a2);
                factor = Vector512.Create(gradient[1]);
                b0 = TArithmetic.Add(factor, left, b0);
                b1 = TArithmetic.Add(factor, middle, b1);
                b2 = TArithmetic.Add(factor, right, b2);
                factor = Vector512.Create(gradient[2]);
                c0 = TArithmetic.Add(factor, left, c0);
                c1 = TArithmetic.Add(factor, middle, c1);
                c2 = TArithmetic.Add(factor, right, c2);
                factor = Vector512.Create(gradient[3]);
                d0 = TArithmetic.Add(factor, left, d0);
                d1 = TArithmetic.Add(factor, middle, d1);
                d2 = TArithmetic.Add(factor, right, d2);
                factor = Vector512.Create(gradient[4]);
                e0 = TArithmetic.Add(factor, left, e0);
                e1 = TArithmetic.Add(factor, middle, e1);
                e2 = TArithmetic.Add(factor, right, e2);
                factor = Vector512.Create(gradient[5]);
                f0 = TArithmetic.Add(factor, left, f0);
                f1 = TArithmetic.Add(factor, middle, f1);
                f2 = TArithmetic.Add(factor, right, f2);
                factor = Vector512.Create(gradient[6]);
                g0 = TArithmetic.Add(factor, left, g0);
                g1 = TArithmetic.Add(factor, middle, g1);
                g2 = TArithmetic.Add(factor, right, g2);
                factor = Vector512.Create(gradient[7]);
                h0 = TArithmetic.Add(factor, left, h0);
                h1 = TArithmetic.Add(factor, middle, h1);
                h2 = TArithmetic.Add(factor, right, h2);
                x += step;
                gradient += _outChannels;
            }
        }

        var apart = 3 * lanes;
        Store(result, lanes, a0, a1, a2);
        Store(result + apart, lanes, b0, b1, b2);
        Store(result + 2 * apart, lanes, c0, c1, c2);
        Store(result + 3 * apart, lanes, d0, d1, d2);
        Store(result + 4 * apart, lanes, e0, e1, e2);
        Store(result + 5 * apart, lanes, f0, f1, f2);
        Store(result + 6 * apart, lanes, g0, g1, g2);
        Store(result + 7 * apart, lanes, h0, h1, h2);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static unsafe void Store<T>(
        T* result,
        int lanes,
        Vector512<T> left,
        Vector512<T> middle,
        Vector512<T> right
    )
        where T : unmanaged
    {
        left.Store(result);
        middle.Store(result + lanes);
        right.Store(result + 2 * lanes);
    }
}
