using System.Buffers;
using System.IO.Compression;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using ZcBench.Scores;

namespace ZcBench.Reports.Page;

/// <summary>
/// Everything that is many, one after the other in one block of bytes, little-endian; what is added answers
/// with its place, [kind, offset, bytes], which the page reads it back by.
/// </summary>
internal sealed class NumberPack
{
    private const int Alignment = 8;
    private readonly ArrayBufferWriter<byte> _block = new();

    /// <summary>Texts, one a line.</summary>
    public JsonArray Lines(IEnumerable<string> texts) =>
        Add("text", Encoding.UTF8.GetBytes(string.Join('\n', texts)));

    /// <summary>Accuracies and the like: float32.</summary>
    public JsonArray Singles(IEnumerable<double> values) =>
        Add("f4", MemoryMarshal.AsBytes(values.Select(value => (float)value).ToArray().AsSpan()));

    /// <summary>
    /// Scores, NaN where undefined: float32, or float64 where that would overflow or vanish.
    /// </summary>
    public JsonArray Scores(IReadOnlyList<Score> scores)
    {
        var values = scores.Select(score => score.IsDefined ? score.Value : double.NaN).ToArray();
        return Array.TrueForAll(values, FitsSingle)
            ? Singles(values)
            : Add("f8", MemoryMarshal.AsBytes(values.AsSpan()));
    }

    /// <summary>Small numbers.</summary>
    public JsonArray Octets(IEnumerable<byte> values) => Add("u1", values.ToArray());

    /// <summary>A set of rows as a bitset, the lowest bit first.</summary>
    public JsonArray Set(IEnumerable<int> rows, int count)
    {
        var bits = new byte[(count + 7) / 8];
        foreach (var row in rows)
        {
            bits[row >> 3] |= (byte)(1 << (row & 7));
        }

        return Add("bits", bits);
    }

    /// <summary>The block, compressed.</summary>
    public string ToBase64() => Deflated(_block.WrittenSpan);

    /// <summary>Raw deflate in base64.</summary>
    public static string Deflated(ReadOnlySpan<byte> bytes)
    {
        using var packed = new MemoryStream();
        using (var deflate = new DeflateStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            deflate.Write(bytes);
        }

        return Convert.ToBase64String(packed.GetBuffer(), 0, (int)packed.Length);
    }

    /// <summary>JSON as raw deflate in base64.</summary>
    public static string Deflated(JsonNode node) => Deflated(JsonSerializer.SerializeToUtf8Bytes(node));

    private static bool FitsSingle(double value) =>
        double.IsNaN(value) || value == 0 || (float.IsFinite((float)value) && float.IsNormal((float)value));

    private JsonArray Add(string kind, ReadOnlySpan<byte> bytes)
    {
        var offset = _block.WrittenCount;
        _block.Write(bytes);
        _block.Write(new byte[(Alignment - (_block.WrittenCount % Alignment)) % Alignment]);
        return [kind, offset, bytes.Length];
    }
}
