using System.Text.Json.Serialization;

namespace ZcBench.Benchmarks.Tables;

/// <summary>What a column of accuracies says: dataset, split and epochs of training.</summary>
/// <param name="Dataset">Dataset name, for example "cifar10".</param>
/// <param name="Split">Validation or test images.</param>
/// <param name="Epochs">Epochs of training before the measurement.</param>
/// <param name="Metric">Name of the metric where it is not the task's usual one, for example "acc" on
/// segmentsemantic; null for the usual one.</param>
public sealed record Target(
    string Dataset,
    Split Split,
    int Epochs,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Metric = null
)
{
    /// <summary>What the networks were judged by.</summary>
    [JsonIgnore]
    public TaskMetric Measure =>
        Metric is not null ? TaskMetric.All.GetValueOrDefault(Metric, TaskMetric.Accuracy)
        : ImageTask.All.TryGetValue(Dataset, out var task) ? task.Metric
        : TaskMetric.Accuracy;

    /// <summary>Short form with the metric: "cifar10 test@200 accuracy", "normal test@30 SSIM".</summary>
    [JsonIgnore]
    public string Title => $"{Dataset} {SplitName}@{Epochs} {Measure.Title}";

    private string SplitName => Split == Split.Test ? "test" : "val";

    /// <summary>Short form, for example "cifar10 test@200".</summary>
    public override string ToString() =>
        $"{Dataset} {SplitName}@{Epochs}{(Metric is null ? "" : " " + Metric)}";
}
