namespace ZcBench.Imports;

/// <summary>What a format's tables say about themselves.</summary>
/// <param name="Space">Id of the search space.</param>
/// <param name="Title">One line for people.</param>
/// <param name="Epochs">Epochs of the full training.</param>
/// <param name="KeyColumn">
/// Name of the column with the file's own names of architectures; null where there is none.
/// </param>
/// <param name="SeedAveraging">How several trainings became one number.</param>
/// <param name="Source">The paper.</param>
/// <param name="Licence">The licence of the numbers.</param>
/// <param name="Notes">What a reader must know of datasets and splits.</param>
/// <param name="Kind">"trained", or "surrogate" where a model predicted the accuracies.</param>
internal sealed record Provenance(
    string Space,
    string Title,
    int Epochs,
    string? KeyColumn,
    string SeedAveraging,
    string Source,
    string Licence,
    IReadOnlyList<string> Notes,
    string? Kind = null
);
