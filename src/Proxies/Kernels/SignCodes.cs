using System.Numerics.Tensors;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace ZcBench.Proxies.Kernels;

/// <summary>
/// Which numbers of each row are positive, one bit each, packed to 64-bit words: row r occupies
/// <see cref="WordsPerRow"/> words, unused bits of the last word are zero.
/// </summary>
public sealed class SignCodes
{
    private const int Bits = 64;
    private ulong[] _words = [];

    /// <summary>Number of rows.</summary>
    public int Rows { get; private set; }

    /// <summary>Numbers in a row.</summary>
    public int Units { get; private set; }

    /// <summary>⌈Units / 64⌉.</summary>
    public int WordsPerRow => (Units + Bits - 1) / Bits;

    /// <summary>The packed words of a row.</summary>
    public ReadOnlySpan<ulong> Row(int row) => _words.AsSpan(row * WordsPerRow, WordsPerRow);

    /// <summary>Replaces the codes by those of <paramref name="rows"/> equally long rows of single precision.</summary>
    public void Pack(ReadOnlySpan<float> values, int rows)
    {
        Reset(values.Length, rows);
        for (var row = 0; row < rows; row++)
        {
            Pack(values.Slice(row * Units, Units), Words(row));
        }
    }

    /// <summary>Replaces the codes by those of <paramref name="rows"/> equally long rows of double precision.</summary>
    public void Pack(ReadOnlySpan<double> values, int rows)
    {
        Reset(values.Length, rows);
        for (var row = 0; row < rows; row++)
        {
            Pack(values.Slice(row * Units, Units), Words(row));
        }
    }

    /// <summary>Number of positions at which two rows differ, exactly.</summary>
    public long Distance(int a, int b) => TensorPrimitives.HammingBitDistance(Row(a), Row(b));

    private Span<ulong> Words(int row) => _words.AsSpan(row * WordsPerRow, WordsPerRow);

    private void Reset(int length, int rows)
    {
        if (rows <= 0 || length % rows != 0)
        {
            throw new ArgumentException($"{length} values do not make {rows} equal rows", nameof(rows));
        }

        Rows = rows;
        Units = length / rows;
        if (_words.Length < rows * WordsPerRow)
        {
            _words = new ulong[rows * WordsPerRow];
        }
    }

    private static void Pack(ReadOnlySpan<float> values, Span<ulong> words)
    {
        var lanes = MemoryMarshal.Cast<float, Vector512<float>>(values);
        var whole = values.Length / Bits;
        for (var w = 0; w < whole; w++)
        {
            words[w] = Positive(lanes[4 * w]) | Positive(lanes[4 * w + 1]) << 16
                | Positive(lanes[4 * w + 2]) << 32 | Positive(lanes[4 * w + 3]) << 48;
        }

        if (whole < words.Length)
        {
            words[whole] = Tail(values[(whole * Bits)..]);
        }
    }

    private static void Pack(ReadOnlySpan<double> values, Span<ulong> words)
    {
        var lanes = MemoryMarshal.Cast<double, Vector512<double>>(values);
        var whole = values.Length / Bits;
        for (var w = 0; w < whole; w++)
        {
            var word = 0UL;
            for (var lane = 0; lane < 8; lane++)
            {
                word |= Positive(lanes[8 * w + lane]) << (8 * lane);
            }

            words[w] = word;
        }

        if (whole < words.Length)
        {
            words[whole] = Tail(values[(whole * Bits)..]);
        }
    }

    private static ulong Positive(Vector512<float> lanes) =>
        Vector512.ExtractMostSignificantBits(Vector512.GreaterThan(lanes, Vector512<float>.Zero));

    private static ulong Positive(Vector512<double> lanes) =>
        Vector512.ExtractMostSignificantBits(Vector512.GreaterThan(lanes, Vector512<double>.Zero));

    private static ulong Tail<T>(ReadOnlySpan<T> values)
        where T : System.Numerics.INumber<T>
    {
        var word = 0UL;
        for (var i = 0; i < values.Length; i++)
        {
            word |= (values[i] > T.Zero ? 1UL : 0UL) << i;
        }

        return word;
    }
}
