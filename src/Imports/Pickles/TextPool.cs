using System.Text;

namespace ZcBench.Imports.Pickles;

/// <summary>
/// One string for equal short texts. The files spell "x-valid@199" and the like millions of times.
/// </summary>
internal sealed class TextPool
{
    /// <summary>Longest text that is shared.</summary>
    public const int MostBytes = 96;

    private const int Places = 1 << 14;
    private const int Probes = 8;
    private readonly (byte[] Bytes, string Text)[] _texts = new (byte[] Bytes, string Text)[Places];

    /// <summary>Bytes of the texts for which a new string was made.</summary>
    public long NewBytes { get; private set; }

    /// <summary>The string of these bytes: an earlier one where it is still there.</summary>
    public string Get(ReadOnlySpan<byte> bytes, Encoding encoding)
    {
        var hash = 2166136261;
        foreach (var octet in bytes)
        {
            hash = unchecked((hash ^ octet) * 16777619);
        }

        for (var probe = 0u; probe < Probes; probe++)
        {
            ref var place = ref _texts[(hash + probe) % Places];
            if (place.Text is null)
            {
                return Keep(out place, bytes, encoding);
            }

            if (bytes.SequenceEqual(place.Bytes))
            {
                return place.Text;
            }
        }

        return Keep(out _texts[hash % Places], bytes, encoding);
    }

    private string Keep(out (byte[] Bytes, string Text) place, ReadOnlySpan<byte> bytes, Encoding encoding)
    {
        place = (bytes.ToArray(), encoding.GetString(bytes));
        NewBytes += bytes.Length;
        return place.Text;
    }
}
