namespace ZcBench.Benchmarks.Tables;

/// <summary>What the name of a column of training times says; its numbers are seconds.</summary>
/// <param name="Dataset">Dataset trained on, for example "cifar10".</param>
/// <param name="Epochs">Epochs of the training.</param>
public sealed record TrainingTime(string Dataset, int Epochs)
{
    /// <summary>Short form, for example "cifar10 train@12".</summary>
    public override string ToString() => $"{Dataset} train@{Epochs}";
}
