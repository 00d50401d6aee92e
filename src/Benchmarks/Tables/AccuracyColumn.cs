namespace ZcBench.Benchmarks.Tables;

/// <summary>What the name of a column of accuracies says.</summary>
/// <param name="Target">Dataset, split and epochs.</param>
/// <param name="Unit">How its numbers are to be read.</param>
public sealed record AccuracyColumn(Target Target, AccuracyUnit Unit);
