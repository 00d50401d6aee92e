using ZcBench.Benchmarks;

namespace ZcBench.Imports;

/// <summary>What a file says of one architecture, or a part of it.</summary>
/// <param name="Architecture">Which architecture.</param>
/// <param name="Key">
/// The name that the file knows it by, for example its index; null where it has none.
/// </param>
/// <param name="Values">Numbers and their columns.</param>
/// <param name="Line">Line of a file that people write; null for others.</param>
public sealed record ImportedRow(
    Architecture Architecture,
    string? Key,
    IReadOnlyList<(ImportedColumn Column, double Value)> Values,
    long? Line = null
);
