namespace ZcBench.Benchmarks;

/// <summary>
/// What a trained network is judged by on a task. Larger is better in each: a loss is kept with its sign
/// turned.
/// </summary>
/// <param name="Name">Name, as the benchmark's files write it: "top1", "neg_loss", "mIoU", "ssim".</param>
/// <param name="Title">Name in captions and on axes.</param>
/// <param name="Lowest">No value lies below; an infinity where there is no end.</param>
/// <param name="Highest">No value lies above: what a perfect network has.</param>
/// <param name="IsPercent">Whether values are percentages.</param>
public sealed record TaskMetric(string Name, string Title, double Lowest, double Highest, bool IsPercent)
{
    /// <summary>Share of images whose class comes out first, in percent.</summary>
    public static TaskMetric Accuracy { get; } = new("top1", "accuracy", 0, 100, IsPercent: true);

    /// <summary>Share of pixels whose class comes out first, in percent.</summary>
    public static TaskMetric PixelAccuracy { get; } = new("acc", "pixel accuracy", 0, 100, IsPercent: true);

    /// <summary>Mean over classes of intersection over union, in percent.</summary>
    public static TaskMetric MeanIoU { get; } = new("mIoU", "mean IoU", 0, 100, IsPercent: true);

    /// <summary>Structural similarity of two images, −1 to 1.</summary>
    public static TaskMetric Similarity { get; } = new("ssim", "SSIM", -1, 1, IsPercent: false);

    /// <summary>A loss with its sign turned, up to 0.</summary>
    public static TaskMetric NegativeLoss { get; } =
        new("neg_loss", "negative loss", double.NegativeInfinity, 0, IsPercent: false);

    /// <summary>All of them by name.</summary>
    public static IReadOnlyDictionary<string, TaskMetric> All { get; } =
        new[] { Accuracy, PixelAccuracy, MeanIoU, Similarity, NegativeLoss }.ToDictionary(
            metric => metric.Name,
            StringComparer.Ordinal
        );

    /// <summary>Title with the unit, for axes: "accuracy (%)", "SSIM".</summary>
    public string Axis => IsPercent ? $"{Title} (%)" : Title;

    /// <summary>The unit for sentences: "percent", or nothing.</summary>
    public string Unit => IsPercent ? "percent" : "";

    /// <summary>Digits that tell networks apart: 0.01 percent, or 0.0001.</summary>
    public string Format => IsPercent ? "0.00" : "0.0000";

    /// <summary>Whether a number can be a value of it.</summary>
    public bool Contains(double value) => double.IsFinite(value) && value >= Lowest && value <= Highest;
}
