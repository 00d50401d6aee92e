using System.Text;

namespace ZcBench.Benchmarks.Randomness;

/// <summary>
/// A counter-based random stream: element i depends on the key and on i alone, so it is the same on every
/// device, thread count and library, and asking for more elements never changes the earlier ones.
/// </summary>
/// <remarks>
/// Key: FNV-1a (64 bit) of the UTF-8 bytes of the stream's name. Element i: output i + 1 of SplitMix64 seeded
/// with the key (Steele, Lea and Flood, Fast splittable pseudorandom number generators, OOPSLA 2014).
/// </remarks>
public readonly struct CounterRandom
{
    private const ulong Golden = 0x9E3779B97F4A7C15;

    /// <summary>The stream named "<paramref name="seed"/>/<paramref name="path"/>".</summary>
    public CounterRandom(long seed, string path)
        : this(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{seed}/{path}")) { }

    /// <summary>The stream of that full name.</summary>
    public CounterRandom(string name) => Key = Hash(name);

    /// <summary>FNV-1a of the stream's name.</summary>
    public ulong Key { get; }

    /// <summary>Element <paramref name="index"/> as 64 random bits.</summary>
    public ulong Bits(long index)
    {
        var z = Key + ((ulong)index + 1) * Golden;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }

    /// <summary>Element <paramref name="index"/> uniform in [0, 1), on the grid of 2⁻⁵³.</summary>
    public double Uniform(long index) => (Bits(index) >> 11) * (1.0 / (1UL << 53));

    /// <summary>
    /// Element <paramref name="index"/> uniform in {0, ..., bound − 1}, bias below bound · 2⁻⁶⁴.
    /// </summary>
    public long Below(long index, long bound) => (long)Math.BigMul(Bits(index), (ulong)bound, out _);

    /// <summary>
    /// Element <paramref name="index"/> of a standard normal stream: Box-Muller on the uniform elements 2i
    /// and 2i + 1, √(−2 ln(1 − u)) · cos(2πv).
    /// </summary>
    public double Normal(long index) =>
        Math.Sqrt(-2 * Math.Log(1 - Uniform(2 * index))) * Math.Cos(2 * Math.PI * Uniform(2 * index + 1));

    /// <summary>FNV-1a, 64 bit, of the UTF-8 bytes of a text.</summary>
    public static ulong Hash(string text)
    {
        var hash = 0xcbf29ce484222325UL;
        foreach (var octet in Encoding.UTF8.GetBytes(text))
        {
            hash = (hash ^ octet) * 0x100000001b3UL;
        }

        return hash;
    }
}
