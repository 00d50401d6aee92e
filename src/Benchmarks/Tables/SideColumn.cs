namespace ZcBench.Benchmarks.Tables;

/// <summary>
/// What the name of a column beside the accuracies says: one training's accuracy, seconds, or parameters.
/// </summary>
/// <param name="Kind">What it holds.</param>
/// <param name="Dataset">Dataset, or empty for parameters of no dataset in particular.</param>
/// <param name="Split">Images of an accuracy; of no meaning otherwise.</param>
/// <param name="Epochs">Epochs of the training; 0 for parameters.</param>
/// <param name="Trial">Which training an accuracy is of, for example "seed777"; empty otherwise.</param>
internal sealed record SideColumn(
    SideKind Kind,
    string Dataset,
    Split Split = default,
    int Epochs = 0,
    string Trial = ""
)
{
    /// <summary>What the accuracy of one training is of.</summary>
    public Target Target => new(Dataset, Split, Epochs);

    /// <summary>The column of a training's seconds.</summary>
    public static SideColumn Seconds(string dataset, int epochs) =>
        new(SideKind.TrainingSeconds, dataset, Epochs: epochs);

    /// <summary>The column of the benchmark's own numbers.</summary>
    public static SideColumn Index { get; } = new(SideKind.Index, "");

    /// <summary>The column of parameters.</summary>
    public static SideColumn Parameters(string dataset) => new(SideKind.Parameters, dataset);
}
