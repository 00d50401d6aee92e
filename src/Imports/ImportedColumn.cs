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
public sealed record ImportedColumn(
    Quantity Quantity,
    string Dataset = "",
    int Epochs = 0,
    string? Trial = null,
    AccuracyUnit Unit = AccuracyUnit.Percent
)
{
    /// <summary>Whether the numbers are accuracies.</summary>
    public bool IsAccuracy => Quantity is Quantity.Validation or Quantity.Test or Quantity.ValidationAndTest;

    /// <summary>Whether the numbers are counts, the same for every training.</summary>
    public bool IsCount => Quantity is Quantity.Parameters or Quantity.Flops;
}
