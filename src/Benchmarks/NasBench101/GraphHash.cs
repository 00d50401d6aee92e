using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace ZcBench.Benchmarks.NasBench101;

/// <summary>
/// The benchmark's name of a cell, the same for all numberings of its vertices: each vertex starts with the MD5 of its
/// out-degree, in-degree and label; as many times as there are vertices it takes the MD5 of its neighbours' sorted
/// digests and its own; the name is the MD5 of the sorted digests.
/// </summary>
public static class GraphHash
{
    private const int InputLabel = -1, OutputLabel = -2;

    /// <summary>The hash, 32 hexadecimal digits in lower case.</summary>
    public static string Of(Cell cell)
    {
        var vertices = Enumerable.Range(0, cell.Vertices).ToArray();
        var sources = vertices.Select(vertex => cell.Sources(vertex).ToArray()).ToArray();
        var targets = vertices.Select(vertex => cell.Targets(vertex).ToArray()).ToArray();
        var digests = vertices.Select(vertex => Digest(string.Create(
            CultureInfo.InvariantCulture, $"({targets[vertex].Length}, {sources[vertex].Length}, {Label(cell, vertex)})"))).ToArray();
        foreach (var _ in vertices)
        {
            digests = [.. vertices.Select(vertex => Digest(
                $"{Sorted(sources[vertex], digests)}|{Sorted(targets[vertex], digests)}|{digests[vertex]}"))];
        }

        Array.Sort(digests, StringComparer.Ordinal);
        return Digest($"[{string.Join(", ", digests.Select(digest => $"'{digest}'"))}]");
    }

    private static int Label(Cell cell, int vertex) => vertex switch
    {
        0 => InputLabel,
        _ when vertex == cell.Output => OutputLabel,
        _ => (int)cell[vertex],
    };

    private static string Sorted(int[] neighbours, string[] digests) =>
        string.Concat(neighbours.Select(vertex => digests[vertex]).Order(StringComparer.Ordinal));

    private static string Digest(string text) => Convert.ToHexStringLower(Md5(Encoding.UTF8.GetBytes(text)));

    // The benchmark chose MD5; nothing is protected by it.
#pragma warning disable CA5351
    private static byte[] Md5(byte[] bytes) => MD5.HashData(bytes);
#pragma warning restore CA5351
}
