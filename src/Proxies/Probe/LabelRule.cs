using ZcBench.Benchmarks;
using ZcBench.Scores;

namespace ZcBench.Proxies.Probe;

/// <summary>Which proxies have something to read on a task.</summary>
internal static class LabelRule
{
    /// <summary>Why a proxy is undefined on a task; null where it can be scored.</summary>
    public static string? Refusal(ProxyInfo proxy, ImageTask task) =>
        proxy.LabelBudget == LabelBudget.Labels && !task.HasClassLabels
            ? $"it reads class labels, and images of {task.Dataset} have none"
            : null;
}
