namespace ZcBench.Benchmarks.Tables;

/// <summary>What a column of accuracies says: dataset, split and epochs of training.</summary>
/// <param name="Dataset">Dataset name, for example "cifar10".</param>
/// <param name="Split">Validation or test images.</param>
/// <param name="Epochs">Epochs of training before the measurement.</param>
public sealed record Target(string Dataset, Split Split, int Epochs)
{
    /// <summary>Short form, for example "cifar10 test@200".</summary>
    public override string ToString() => $"{Dataset} {(Split == Split.Test ? "test" : "val")}@{Epochs}";
}
