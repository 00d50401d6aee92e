namespace ZcBench.Benchmarks.Tables;

/// <summary>What the name of a column of accuracies says.</summary>
/// <param name="Target">Dataset, split, epochs and metric.</param>
/// <param name="Unit">How its numbers are to be read.</param>
/// <param name="IsBest">
/// Whether each number is the best over the epochs, judged by the same images, and not the last.
/// </param>
public sealed record AccuracyColumn(Target Target, AccuracyUnit Unit, bool IsBest = false);
