using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace ZcBench.Proxies.Kernels;

/// <summary>
/// The products G Gᵀ of N long rows, each pair of rows once. About a thousand columns of all rows stay in the
/// cache while the sums of four rows by four are kept in registers; these sums are added in double precision.
/// </summary>
internal sealed class RowProducts
{
    // Rows of one tile.
    private const int Tile = 4;

    // 4 KB of a row.
    private const int BlockBytes = 4096;

    private readonly int _samples;
    private readonly int _length;
    private readonly ParallelOptions _threads;

    /// <summary>Products of so many rows.</summary>
    /// <param name="samples">N.</param>
    /// <param name="length">Numbers in a row.</param>
    /// <param name="threads">
    /// How many tiles are worked on at once; the result does not depend on it.
    /// </param>
    public RowProducts(int samples, int length, int threads)
    {
        _samples = samples;
        _length = length;
        _threads = new ParallelOptions { MaxDegreeOfParallelism = threads };
    }

    /// <summary>Whether this processor has the vectors that it is made for.</summary>
    public static bool IsFast => WideVectors.AreThere;

    /// <summary>Whether the rows are whole tiles of whole vectors.</summary>
    public static bool Covers<T>(long samples, long length) =>
        samples % Tile == 0 && length % Vector512<T>.Count == 0;

    /// <summary>Fills [N, N] with the products of rows [N, length].</summary>
    public unsafe void Compute<T, TArithmetic>(ReadOnlySpan<T> rows, Span<double> products)
        where T : unmanaged, INumberBase<T>
        where TArithmetic : struct, IMultiplyAdd<T>
    {
        products.Clear();
        fixed (T* start = rows)
        fixed (double* target = products)
        {
            var (values, results) = ((nint)start, (nint)target);
            var block = BlockBytes / sizeof(T);
            for (var first = 0; first < _length; first += block)
            {
                var columns = values + first * sizeof(T);
                var count = Math.Min(block, _length - first);
                Parallel.For(
                    0,
                    _samples / Tile,
                    _threads,
                    tile => Tiles<T, TArithmetic>((T*)columns, tile * Tile, count, (double*)results)
                );
            }
        }
    }

    // Rows i to i + 3 by all rows up to them.
    private unsafe void Tiles<T, TArithmetic>(T* columns, int i, int count, double* products)
        where T : unmanaged, INumberBase<T>
        where TArithmetic : struct, IMultiplyAdd<T>
    {
        var sums = stackalloc double[Tile * Tile];
        for (var j = 0; j <= i; j += Tile)
        {
            Products<T, TArithmetic>(
                columns + (long)i * _length,
                columns + (long)j * _length,
                _length,
                count,
                sums
            );
            for (var place = 0; place < Tile * Tile; place++)
            {
                var (row, column) = (i + place / Tile, j + place % Tile);
                products[row * _samples + column] += sums[place];
                if (i != j)
                {
                    products[column * _samples + row] += sums[place];
                }
            }
        }
    }

    // Sixteen sums in registers. Compiled fully at once: code that is replaced while it runs keeps its sums
    // in memory.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static unsafe void Products<T, TArithmetic>(T* a, T* b, int length, int count, double* sums)
        where T : unmanaged, INumberBase<T>
        where TArithmetic : struct, IMultiplyAdd<T>
    {
        Vector512<T> a0 = default,
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
        for (var column = 0; column < count; column += Vector512<T>.Count)
        {
            T* x = a + column,
                y = b + column;
            var (first, second, third, fourth) = (
                Vector512.Load(y),
                Vector512.Load(y + length),
                Vector512.Load(y + 2 * length),
                Vector512.Load(y + 3 * length)
            );
            var factor = Vector512.Load(x);
            a0 = TArithmetic.Add(factor, first, a0);
            a1 = TArithmetic.Add(factor, second, a1);
            a2 = TArithmetic.Add(factor, third, a2);
            a3 = TArithmetic.Add(factor, fourth, a3);
            factor = Vector512.Load(x + length);
            b0 = TArithmetic.Add(factor, first, b0);
            b1 = TArithmetic.Add(factor, second, b1);
            b2 = TArithmetic.Add(factor, third, b2);
            b3 = TArithmetic.Add(factor, fourth, b3);
            factor = Vector512.Load(x + 2 * length);
            c0 = TArithmetic.Add(factor, first, c0);
            c1 = TArithmetic.Add(factor, second, c1);
            c2 = TArithmetic.Add(factor, third, c2);
            c3 = TArithmetic.Add(factor, fourth, c3);
            factor = Vector512.Load(x + 3 * length);
            d0 = TArithmetic.Add(factor, first, d0);
            d1 = TArithmetic.Add(factor, second, d1);
            d2 = TArithmetic.Add(factor, third, d2);
            d3 = TArithmetic.Add(factor, fourth, d3);
        }

        Store(sums, a0, a1, a2, a3);
        Store(sums + Tile, b0, b1, b2, b3);
        Store(sums + 2 * Tile, c0, c1, c2, c3);
        Store(sums + 3 * Tile, d0, d1, d2, d3);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static unsafe void Store<T>(
        double* sums,
        Vector512<T> first,
        Vector512<T> second,
        Vector512<T> third,
        Vector512<T> fourth
    )
        where T : unmanaged, INumberBase<T>
    {
        sums[0] = Total(first);
        sums[1] = Total(second);
        sums[2] = Total(third);
        sums[3] = Total(fourth);

        static double Total(Vector512<T> lanes) => double.CreateChecked(Vector512.Sum(lanes));
    }
}
