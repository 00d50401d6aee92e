using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace ZcBench.Benchmarks.NasBench101;

/// <summary>
/// The benchmark's name of a cell, the same for all numberings of its vertices: each vertex starts with the
/// MD5 of its out-degree, in-degree and label; as many times as there are vertices it takes the MD5 of its
/// neighbours' sorted digests and its own; the name is the MD5 of the sorted digests.
/// </summary>
internal static class GraphHash
{
    private const int InputLabel = -1,
        OutputLabel = -2;

    // A digest is its 32 hexadecimal digits; a text holds at most all of them and some punctuation.
    private const int Digits = 32;
    private const int MostText = 2 * Cell.MaxVertices * (Digits + 4);

    /// <summary>The hash, 32 hexadecimal digits in lower case.</summary>
    public static string Of(Cell cell)
    {
        var count = cell.Vertices;
        Span<byte> digests = stackalloc byte[count * Digits];
        Span<byte> next = stackalloc byte[count * Digits];
        Span<byte> text = stackalloc byte[MostText];
        Span<int> order = stackalloc int[count];
        for (var vertex = 0; vertex < count; vertex++)
        {
            var start = string.Create(
                CultureInfo.InvariantCulture,
                $"({cell.Targets(vertex).Count()}, {cell.Sources(vertex).Count()}, {Label(cell, vertex)})"
            );
            Digest(text[..Encoding.ASCII.GetBytes(start, text)], digests[(vertex * Digits)..]);
        }

        for (var round = 0; round < count; round++)
        {
            Sort(digests, order);
            for (var vertex = 0; vertex < count; vertex++)
            {
                var length = 0;
                foreach (var source in order)
                {
                    length += cell.HasEdge(source, vertex) ? Append(digests, source, text[length..]) : 0;
                }

                text[length++] = (byte)'|';
                foreach (var target in order)
                {
                    length += cell.HasEdge(vertex, target) ? Append(digests, target, text[length..]) : 0;
                }

                text[length++] = (byte)'|';
                length += Append(digests, vertex, text[length..]);
                Digest(text[..length], next[(vertex * Digits)..]);
            }

            next.CopyTo(digests);
        }

        return Name(digests, order, text);
    }

    // A list of texts as Python prints it.
    private static string Name(Span<byte> digests, Span<int> order, Span<byte> text)
    {
        Sort(digests, order);
        var length = 0;
        foreach (var vertex in order)
        {
            (length == 0 ? "['"u8 : ", '"u8).CopyTo(text[length..]);
            length += length == 0 ? 2 : 3;
            length += Append(digests, vertex, text[length..]);
            text[length++] = (byte)'\'';
        }

        text[length++] = (byte)']';
        Span<byte> name = stackalloc byte[Digits];
        Digest(text[..length], name);
        return Encoding.ASCII.GetString(name);
    }

    private static int Label(Cell cell, int vertex) =>
        vertex switch
        {
            0 => InputLabel,
            _ when vertex == cell.Output => OutputLabel,
            _ => (int)cell[vertex],
        };

    private static int Append(ReadOnlySpan<byte> digests, int vertex, Span<byte> text)
    {
        digests.Slice(vertex * Digits, Digits).CopyTo(text);
        return Digits;
    }

    // The vertices in the order of their digests, by insertion.
    private static void Sort(ReadOnlySpan<byte> digests, Span<int> order)
    {
        for (var vertex = 0; vertex < order.Length; vertex++)
        {
            var place = vertex;
            for (
                ;
                place > 0
                    && digests
                        .Slice(order[place - 1] * Digits, Digits)
                        .SequenceCompareTo(digests.Slice(vertex * Digits, Digits)) > 0;
                place--
            )
            {
                order[place] = order[place - 1];
            }

            order[place] = vertex;
        }
    }

    // The benchmark chose MD5; nothing is protected by it.
#pragma warning disable CA5351
    private static void Digest(ReadOnlySpan<byte> text, Span<byte> digits)
    {
        Span<byte> digest = stackalloc byte[MD5.HashSizeInBytes];
        MD5.HashData(text, digest);
        Convert.TryToHexStringLower(digest, digits, out _);
    }
#pragma warning restore CA5351
}
