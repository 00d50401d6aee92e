using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace ZcBench.Proxies.Kernels;

/// <summary>
/// Which numbers of each row are positive (x &gt; 0, so neither zeros nor NaN), one bit each, packed to
/// 64-bit words: row r occupies <see cref="WordsPerRow"/> words, unused bits of the last word are zero.
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

    /// <summary>The packed words of a row; number u is bit u mod 64 of word ⌊u / 64⌋.</summary>
    public ReadOnlySpan<ulong> Row(int row) => Words(row);

    /// <summary>
    /// Replaces the codes by those of <paramref name="rows"/> equally long rows of single precision.
    /// </summary>
    public void Pack(ReadOnlySpan<float> values, int rows) => Pack<float>(values, rows);

    /// <summary>
    /// Replaces the codes by those of <paramref name="rows"/> equally long rows of double precision.
    /// </summary>
    public void Pack(ReadOnlySpan<double> values, int rows) => Pack<double>(values, rows);

    /// <summary>Number of positions at which two rows differ, exactly.</summary>
    public long Distance(int a, int b) => HammingDistance.Between(Row(a), Row(b));

    /// <summary>Packs one row of the length that was made room for.</summary>
    internal void PackOne<T>(int row, ReadOnlySpan<T> values)
        where T : struct, INumber<T> => PackRow(values[..Units], Words(row));

    private void Pack<T>(ReadOnlySpan<T> values, int rows)
        where T : struct, INumber<T>
    {
        if (rows <= 0 || values.Length % rows != 0)
        {
            throw new ArgumentException(
                $"{values.Length} values do not make {rows} equal rows",
                nameof(rows)
            );
        }

        Clear(rows, values.Length / rows);
        for (var row = 0; row < rows; row++)
        {
            PackRow(values.Slice(row * Units, Units), Words(row));
        }
    }

    private Span<ulong> Words(int row) => _words.AsSpan(row * WordsPerRow, WordsPerRow);

    /// <summary>Makes room for rows that are then packed one by one.</summary>
    internal void Clear(int rows, int units)
    {
        Rows = rows;
        Units = units;
        if (_words.Length < rows * WordsPerRow)
        {
            _words = new ulong[rows * WordsPerRow];
        }
    }

    private static void PackRow<T>(ReadOnlySpan<T> values, Span<ulong> words)
        where T : struct, INumber<T>
    {
        var vectors = MemoryMarshal.Cast<T, Vector512<T>>(values);
        var whole = values.Length / Bits;
        var next = 0;
        for (var w = 0; w < whole; w++)
        {
            var word = 0UL;
            for (var bit = 0; bit < Bits; bit += Vector512<T>.Count)
            {
                word |= Positive(vectors[next++]) << bit;
            }

            words[w] = word;
        }

        if (whole < words.Length)
        {
            words[whole] = PackWord(values[(whole * Bits)..]);
        }
    }

    private static ulong Positive<T>(Vector512<T> lanes) =>
        Vector512.ExtractMostSignificantBits(Vector512.GreaterThan(lanes, Vector512<T>.Zero));

    private static ulong PackWord<T>(ReadOnlySpan<T> values)
        where T : struct, INumber<T>
    {
        var word = 0UL;
        for (var i = 0; i < values.Length; i++)
        {
            word |= (values[i] > T.Zero ? 1UL : 0UL) << i;
        }

        return word;
    }
}
