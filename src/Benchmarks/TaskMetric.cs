namespace ZcBench.Benchmarks;

/// <summary>What a trained network is judged by on a task.</summary>
/// <param name="Name">Name, as the benchmark's files write it: "top1", "neg_loss", "mIoU", "ssim".</param>
/// <param name="Unit">Unit and range of its numbers, for people.</param>
/// <param name="IsHigherBetter">Whether larger numbers are better networks.</param>
public sealed record TaskMetric(string Name, string Unit, bool IsHigherBetter)
{
    /// <summary>Share of images whose class comes out first.</summary>
    public static TaskMetric Accuracy { get; } = new("top1", "percent, 0 to 100", IsHigherBetter: true);
}
