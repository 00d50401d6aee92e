using System.Globalization;
using System.Text;

namespace ZcBench.Statistics.Resampling;

/// <summary>
/// The draws of one resample: a counter-based stream, so a resample is the same whichever thread draws it and
/// however many others there are.
/// </summary>
/// <remarks>
/// Draw j is ⌊u n / 2⁶⁴⌋ with u output j + 1 of SplitMix64 (Steele, Lea and Flood, OOPSLA 2014) seeded with
/// FNV-1a-64 of "&lt;seed&gt;/bootstrap/&lt;resample&gt;": the generator that also draws the weights.
/// </remarks>
internal readonly struct DrawStream
{
    private readonly ulong _key;

    public DrawStream(long seed, int resample)
        : this(string.Create(CultureInfo.InvariantCulture, $"{seed}/bootstrap/{resample}")) { }

    /// <summary>A stream by its name.</summary>
    public DrawStream(string name)
    {
        _key = 0xcbf29ce484222325UL;
        foreach (var octet in Encoding.UTF8.GetBytes(name))
        {
            _key = (_key ^ octet) * 0x100000001b3UL;
        }
    }

    /// <summary>Element <paramref name="index"/>, uniform in 0, ..., <paramref name="count"/> − 1.</summary>
    public int Below(int index, int count)
    {
        var z = _key + ((ulong)index + 1) * 0x9E3779B97F4A7C15;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return (int)Math.BigMul(z ^ (z >> 31), (ulong)count, out _);
    }
}
