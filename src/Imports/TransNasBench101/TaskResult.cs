namespace ZcBench.Imports.TransNasBench101;

/// <summary>One training on one task.</summary>
/// <param name="Epochs">Its length.</param>
/// <param name="Last">By the benchmark's name, as "valid_top1": the number of the last epoch.</param>
internal sealed record TaskResult(int Epochs, IReadOnlyDictionary<string, double> Last);
