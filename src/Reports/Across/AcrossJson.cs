using System.Text.Json.Nodes;
using ZcBench.Statistics;
using ZcBench.Statistics.Across;
using ZcBench.Statistics.Resampling;

namespace ZcBench.Reports.Across;

/// <summary>
/// A comparison across search spaces as JSON: every number with all its digits, {"undefined": reason} where
/// there is none.
/// </summary>
internal static class AcrossJson
{
    /// <summary>All of it.</summary>
    public static JsonObject Of(AcrossAnalysis analysis)
    {
        ArgumentNullException.ThrowIfNull(analysis);
        return new()
        {
            ["answer"] = AcrossWords.Answer(analysis),
            ["setting"] = new JsonObject
            {
                ["blocks"] = Name(analysis.Unit),
                ["spaces"] = analysis.Spaces.Count,
                ["tasks"] = analysis.Tasks.Count,
                ["baseline"] = analysis.Baseline?.Id,
                ["alpha"] = BlockTests.Alpha,
                ["resamples"] = analysis.Bootstrap.Resamples,
                ["level"] = analysis.Bootstrap.Level,
                ["seed"] = analysis.Bootstrap.Seed,
            },
            ["tasks"] = List(analysis.Tasks, Of),
            ["tests"] = List(analysis.Tests, Of),
            ["groups"] = List(
                analysis.Groups,
                group => List(group, i => JsonValue.Create(analysis.Proxies[i].Id))
            ),
            ["proxies"] = List(analysis.Proxies, proxy => Of(analysis, proxy)),
            ["left_out"] = List(
                analysis.LeftOut,
                item => new JsonObject { ["id"] = item.Id, ["reason"] = item.Reason }
            ),
        };
    }

    private static JsonObject Of(ScoredTask task) =>
        new()
        {
            ["name"] = task.Name,
            ["target"] = task.Target.ToString(),
            ["scores_of"] = task.ScoredOn,
            ["architectures"] = task.Architectures,
            ["runs"] = task.Runs.Count,
            ["tau_ceiling"] = task.Ceiling,
        };

    private static JsonObject Of(BlockTests test) =>
        new()
        {
            ["blocks"] = Name(test.Unit),
            ["count"] = test.Friedman.Blocks,
            ["proxies"] = test.Friedman.Methods,
            ["tie_correction"] = test.Friedman.TieCorrection,
            ["chi_squared"] = Of(test.Friedman.ChiSquared),
            ["chi_squared_p"] = Of(test.Friedman.ChiSquaredP),
            ["f"] = Of(test.Friedman.F),
            ["f_p"] = Of(test.Friedman.FP),
            ["nemenyi"] = test.Nemenyi,
            ["bonferroni_dunn"] = test.BonferroniDunn,
        };

    private static JsonObject Of(AcrossAnalysis analysis, ComparedProxy proxy) =>
        new()
        {
            ["id"] = proxy.Id,
            ["label_budget"] = (int)proxy.Proxy.LabelBudget,
            ["mean_rank"] = Of(proxy.MeanRank),
            ["space_tau"] = new JsonObject(
                analysis.Spaces.Zip(
                    proxy.SpaceTau,
                    (tasks, tau) => KeyValuePair.Create(tasks[0].Space.Id, (JsonNode?)tau)
                )
            ),
            ["task_tau"] = new JsonObject(
                analysis.Tasks.Zip(
                    proxy.TaskTau,
                    (task, tau) => KeyValuePair.Create(task.Name, (JsonNode?)tau)
                )
            ),
            ["gain"] = proxy is { Gain: { } gain, Test: { } test }
                ? new JsonObject
                {
                    ["probability"] = gain.Probability,
                    ["tau"] = Of(gain.Difference),
                    ["better"] = gain.Better,
                    ["equal"] = gain.Equal,
                    ["worse"] = gain.Worse,
                    ["z"] = test.Z,
                    ["p"] = test.P,
                    ["bonferroni_dunn_p"] = test.BonferroniDunnP,
                    ["holm_p"] = test.HolmP,
                }
                : null,
        };

    private static JsonObject Of(Interval interval) =>
        new()
        {
            ["value"] = Of(interval.Point),
            ["low"] = Of(interval.Low),
            ["high"] = Of(interval.High),
        };

    private static JsonNode Of(Estimate estimate) =>
        estimate.Value is { } value
            ? JsonValue.Create(value)
            : new JsonObject { ["undefined"] = estimate.Reason };

    private static string Name(BlockUnit unit) => unit == BlockUnit.Spaces ? "spaces" : "tasks";

    private static JsonArray List<T>(IEnumerable<T> items, Func<T, JsonNode?> of) => [.. items.Select(of)];
}
