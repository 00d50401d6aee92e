using System.Text.Json.Nodes;

namespace ZcBench.Learned.Results;

/// <summary>Every number of learned references.</summary>
public static class LearnedJson
{
    /// <summary>Name of the file.</summary>
    public const string FileName = "learned.json";

    /// <summary>As JSON.</summary>
    public static JsonObject Of(LearnedReference reference) =>
        new()
        {
            ["source"] = reference.Source.Words,
            ["architectures"] = reference.Source.Accuracies.Count,
            ["repeats"] = reference.Setting.Repeats,
            ["seed"] = reference.Setting.Seed,
            ["features"] = new JsonArray([
                .. reference.Source.Features.Select(features => new JsonObject
                {
                    ["id"] = features.Id,
                    ["names"] = new JsonArray([.. features.Names.Select(name => JsonValue.Create(name))]),
                }),
            ]),
            ["rows"] = new JsonArray([.. reference.Rows.Select(Row)]),
        };

    private static JsonObject Row(LearnedRow row) =>
        new()
        {
            ["accuracies"] = row.Size,
            ["features"] = row.Features,
            ["learner"] = row.Learner,
            ["split"] = row.Split == SplitKind.ByFunction ? "function" : "architecture",
            ["predicted"] = row.Asked,
            ["rho"] = Of(row.Rho),
            ["tau"] = Of(row.Tau),
        };

    private static JsonObject Of(Spread spread) =>
        new() { ["mean"] = spread.Mean, ["deviation"] = spread.Deviation };
}
