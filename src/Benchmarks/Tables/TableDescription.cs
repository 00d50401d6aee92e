namespace ZcBench.Benchmarks.Tables;

/// <summary>
/// What must be known of a table before its numbers mean anything. Kept as JSON beside the CSV, under the
/// same name; a table without that file is described by its column names, its provenance "not stated".
/// </summary>
/// <param name="Id">Short name.</param>
/// <param name="Title">One line for people.</param>
/// <param name="Space">Id of the search space.</param>
/// <param name="Epochs">Epochs of columns whose name does not say.</param>
/// <param name="SeedAveraging">How several training seeds became one number.</param>
/// <param name="Source">Where the numbers come from.</param>
/// <param name="Licence">Their licence.</param>
/// <param name="Kind">
/// What the accuracies are: "trained", or "surrogate" where a model predicted them.
/// </param>
public sealed record TableDescription(
    string Id,
    string Title,
    string Space,
    int Epochs,
    string SeedAveraging,
    string Source,
    string Licence,
    string Kind = TableDescription.Trained
)
{
    /// <summary>What is said of accuracies of which each is the best of all epochs.</summary>
    public const string BestEpochs =
        "each the best of all epochs, chosen by the same images that it is measured on";

    /// <summary>The kind of accuracies of trained networks.</summary>
    public const string Trained = "trained";

    private const string NotStated = "not stated";

    /// <summary>"accuracies", with their kind where networks were not trained for them.</summary>
    public string Accuracies => Kind == Trained ? "accuracies" : $"accuracies ({Kind})";

    /// <summary>
    /// What the accuracies are and where they come from, for captions; or that this is not stated.
    /// </summary>
    public string Provenance =>
        SeedAveraging == NotStated && Source == NotStated
            ? "of a source that the table does not state"
            : $"{SeedAveraging}; {(Source == NotStated ? "source not stated" : Source)}";

    /// <summary>The description of a table that has no JSON beside it.</summary>
    internal static TableDescription Unstated(string id, ISearchSpace space) =>
        new(id, id, space.Id, space.TrainingEpochs, NotStated, NotStated, NotStated);
}
