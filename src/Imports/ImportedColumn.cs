using ZcBench.Benchmarks.Tables;

namespace ZcBench.Imports;

/// <summary>What a column of the table to be written holds.</summary>
/// <param name="Quantity">What was measured or counted.</param>
/// <param name="Dataset">
/// Dataset, for example "cifar10-valid"; empty for a count that is the same on all.
/// </param>
/// <param name="Epochs">Epochs of the training; 0 for counts.</param>
/// <param name="Trial">Which of several trainings, for example "seed777"; null for all together.</param>
/// <param name="Unit">How an accuracy is written.</param>
/// <param name="Metric">
/// Name of the metric where it is not the task's usual one, for example "acc" on segmentsemantic.
/// </param>
public sealed record ImportedColumn(
    Quantity Quantity,
    string Dataset = "",
    int Epochs = 0,
    string? Trial = null,
    AccuracyUnit Unit = AccuracyUnit.Metric,
    string? Metric = null
)
{
    /// <summary>Whether the numbers are accuracies.</summary>
    public bool IsAccuracy => Quantity is Quantity.Validation or Quantity.Test or Quantity.ValidationAndTest;

    /// <summary>What an accuracy is of.</summary>
    public Target Target =>
        new(Dataset, Quantity == Quantity.Test ? Split.Test : Split.Validation, Epochs, Metric);

    /// <summary>Whether the numbers are counts, the same for every training.</summary>
    public bool IsCount => Quantity is Quantity.Parameters or Quantity.Flops;
}
