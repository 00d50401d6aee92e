namespace ZcBench.Imports;

/// <summary>What an import wrote.</summary>
/// <param name="Output">The CSV file.</param>
/// <param name="Rows">Architectures.</param>
/// <param name="Columns">Columns.</param>
/// <param name="Sha256">Of the CSV file.</param>
/// <param name="Sources">What was read.</param>
/// <param name="LeftOut">Columns that were not written, each with its reason.</param>
public sealed record ImportResult(
    string Output,
    int Rows,
    int Columns,
    string Sha256,
    IReadOnlyList<ImportedSource> Sources,
    IReadOnlyList<string> LeftOut
);
