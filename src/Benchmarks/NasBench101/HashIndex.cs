using System.Globalization;

namespace ZcBench.Benchmarks.NasBench101;

/// <summary>
/// The cell behind each of the benchmark's hashes, in the numbering of its own enumeration. The first call
/// computes all 423,624
/// hashes, which takes some seconds.
/// </summary>
internal static class HashIndex
{
    private const int Digits = 32;

    private static readonly Lazy<Dictionary<UInt128, Cell>> Cells = new(() =>
        Enumeration
            .Distinct()
            .AsParallel()
            .Select(cell => (Hash: Number(GraphHash.Of(cell)), Cell: cell))
            .ToDictionary(item => item.Hash, item => item.Cell)
    );

    /// <summary>Whether a text looks like a hash: 32 hexadecimal digits.</summary>
    public static bool IsHash(string text) => text.Length == Digits && text.All(char.IsAsciiHexDigit);

    /// <summary>The cell of a hash.</summary>
    /// <exception cref="UserError">No cell of the benchmark has it.</exception>
    public static Cell Find(string hash) =>
        Cells.Value.GetValueOrDefault(Number(hash))
        ?? throw new UserError(
            $"'{hash}' looks like a hash of NAS-Bench-101, but no cell of the benchmark has it; check it, "
                + "or give matrix and ops"
        );

    private static UInt128 Number(string hash) =>
        UInt128.Parse(hash, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
}
