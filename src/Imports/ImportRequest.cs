namespace ZcBench.Imports;

/// <summary>What to import, and where to.</summary>
/// <param name="Paths">Files, and folders of files.</param>
/// <param name="Output">The CSV file to write.</param>
/// <param name="Space">Id of the search space; null to take the format's own.</param>
/// <param name="Map">For CSV: the source's column of each column to write; empty to keep names.</param>
public sealed record ImportRequest(
    IReadOnlyList<string> Paths,
    string Output,
    string? Space,
    IReadOnlyDictionary<string, string> Map
);
