namespace ZcBench.Proxies.Kernels;

/// <summary>
/// The distinct patterns that units show over the samples of a minibatch: a unit's pattern has a bit for each
/// sample, set where the unit is positive. At most 128 samples.
/// </summary>
internal sealed class UnitPatterns : IDisposable
{
    /// <summary>The most samples a pattern can hold.</summary>
    public const int MaxSamples = 128;

    private const int Bits = 64;
    private readonly PatternSet _patterns = new();

    /// <summary>Number of distinct patterns so far.</summary>
    public long Count => _patterns.Count;

    /// <summary>Adds units that are never positive.</summary>
    public void AddSilent() => _patterns.Add(0, 0);

    /// <summary>Adds the patterns of all units of packed codes, one row a sample.</summary>
    public void Add(SignCodes codes)
    {
        Span<ulong> low = stackalloc ulong[Bits];
        Span<ulong> high = stackalloc ulong[Bits];
        for (var word = 0; word < codes.WordsPerRow; word++)
        {
            Column(codes, word, 0, low);
            Column(codes, word, Bits, high);
            var units = Math.Min(Bits, codes.Units - word * Bits);
            for (var unit = 0; unit < units; unit++)
            {
                _patterns.Add(low[unit], high[unit]);
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _patterns.Dispose();

    // 64 units of 64 samples from the first one on, turned so that each word holds one unit.
    private static void Column(SignCodes codes, int word, int first, Span<ulong> units)
    {
        units.Clear();
        var samples = Math.Min(Bits, codes.Rows - first);
        for (var sample = 0; sample < samples; sample++)
        {
            units[sample] = codes.Row(first + sample)[word];
        }

        if (samples > 0)
        {
            Transpose(units);
        }
    }

    // Transposes a 64x64 bit matrix by swapping blocks of 32, 16, ..., 1.
    private static void Transpose(Span<ulong> rows)
    {
        var mask = 0x00000000FFFFFFFFUL;
        for (var block = Bits / 2; block > 0; block /= 2, mask ^= mask << block)
        {
            for (var row = 0; row < Bits; row = (row + block + 1) & ~block)
            {
                var swap = ((rows[row] >> block) ^ rows[row + block]) & mask;
                rows[row] ^= swap << block;
                rows[row + block] ^= swap;
            }
        }
    }
}
