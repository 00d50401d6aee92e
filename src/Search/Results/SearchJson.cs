using System.Text.Json.Nodes;
using ZcBench.Search.Queries;

namespace ZcBench.Search.Results;

/// <summary>
/// Results as JSON: every repeat with its seed, what it chose, and everything it asked for. Accuracies are in
/// percent, or in the unit of their task's metric.
/// </summary>
public static class SearchJson
{
    /// <summary>The whole of it.</summary>
    public static JsonObject Of(SearchResults results, TestAccuracies test, string scores)
    {
        var (request, table) = (results.Request, results.Request.Table);
        return new()
        {
            ["setting"] = new JsonObject
            {
                ["space"] = table.Description.Space,
                ["table"] = table.Description.Id,
                ["table_sha256"] = table.Checksum,
                ["seen"] = results.Seen.ToString(),
                ["candidates"] = table.Architectures.Count,
                ["scored_pool"] = results.Pool.Count,
                ["repeats"] = request.Repeats,
                ["seed"] = request.Seed,
                ["budget_queries"] = request.Budget.Queries,
                ["budget_seconds"] = request.Budget.Seconds,
                ["scores"] = scores,
            },
            ["methods"] = new JsonArray([
                .. results.Methods.Zip(
                    MethodSummary.Of(results, test),
                    (method, summary) =>
                        (JsonNode)
                            new JsonObject
                            {
                                ["method"] = method.Call.ToString(),
                                ["chose"] = summary.Chose,
                                ["test"] = new JsonObject(
                                    test.Targets.Zip(
                                        summary.Test,
                                        (target, item) =>
                                            KeyValuePair.Create(
                                                target.ToString(),
                                                (JsonNode?)
                                                    new JsonObject
                                                    {
                                                        ["mean"] = item.Mean,
                                                        ["deviation"] = item.Deviation,
                                                    }
                                            )
                                    )
                                ),
                                ["queries"] = summary.Queries,
                                ["training_seconds"] = summary.TrainingSeconds,
                                ["scoring_seconds"] = summary.ScoringSeconds,
                                ["repeats"] = new JsonArray([
                                    .. method.Outcomes.Select(outcome =>
                                        (JsonNode)Of(results, test, outcome)
                                    ),
                                ]),
                            }
                ),
            ]),
        };
    }

    private static JsonObject Of(SearchResults results, TestAccuracies test, SearchOutcome outcome) =>
        new()
        {
            ["seed"] = outcome.Seed,
            ["chosen"] = outcome.Chosen is { } chosen ? results.Architecture(chosen).Text : null,
            ["test"] = new JsonObject(
                test.Targets.Select(
                    (target, i) =>
                        KeyValuePair.Create(
                            target.ToString(),
                            (JsonNode?)(
                                outcome.Chosen is { } judged ? JsonValue.Create(test.Value(i, judged)) : null
                            )
                        )
                )
            ),
            ["training_seconds"] = outcome.TrainingSeconds,
            ["scoring_seconds"] = outcome.ScoringSeconds,
            ["queries"] = new JsonArray([
                .. outcome.Log.Select(query =>
                    (JsonNode)
                        new JsonObject
                        {
                            ["architecture"] = results.Architecture(query.Architecture).Text,
                            ["validation"] = query.Validation,
                            ["training_seconds"] = query.TrainingSeconds,
                            ["scoring_seconds"] = query.ScoringSeconds,
                        }
                ),
            ]),
        };
}
