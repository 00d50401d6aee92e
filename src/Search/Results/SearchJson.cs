using System.Text.Json.Nodes;
using ZcBench.Search.Queries;
using ZcBench.Statistics.Resampling;

namespace ZcBench.Search.Results;

/// <summary>
/// Results as JSON: every repeat with its seed, what it chose, and everything it asked for. Accuracies are in
/// percent, or in the unit of their task's metric.
/// </summary>
public static class SearchJson
{
    /// <summary>The whole of it.</summary>
    public static JsonObject Of(SearchResults results, SearchQuality quality, string scores)
    {
        var test = quality.Test;
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
                ["pool"] = request.Pool.ToString().ToLowerInvariant(),
                ["pool_size"] = quality.PoolSize,
                ["pool_best"] = quality.Best,
                ["reach"] = quality.Reach,
                ["anytime_queries"] = quality.Queries,
                ["interval_level"] = quality.Bootstrap.Level,
                ["repeats"] = request.Repeats,
                ["seed"] = request.Seed,
                ["budget_queries"] = request.Budget.Queries,
                ["budget_seconds"] = request.Budget.Seconds,
                ["scores"] = scores,
            },
            ["methods"] = new JsonArray([
                .. results
                    .Methods.Zip(MethodSummary.Of(results, test), quality.Methods)
                    .Select(item =>
                    {
                        var (method, summary, judged) = item;
                        return (JsonNode)
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
                                ["regret"] = Of(judged.Regret),
                                ["anytime_regret"] = Of(judged.AnytimeRegret),
                                ["better_share"] = judged.Better,
                                ["reached_share"] = judged.Reached,
                                ["queries_to_reach"] = judged.QueriesToReach,
                                ["seconds_to_reach"] = judged.SecondsToReach,
                                ["repeats"] = new JsonArray([
                                    .. method.Outcomes.Zip(
                                        judged.Repeats,
                                        (outcome, repeat) => (JsonNode)Of(results, test, outcome, repeat)
                                    ),
                                ]),
                            };
                    }),
            ]),
            ["paired"] = new JsonArray([
                .. quality.Pairs.Select(pair =>
                    (JsonNode)
                        new JsonObject
                        {
                            ["first"] = pair.First.ToString(),
                            ["second"] = pair.Second.ToString(),
                            ["repeats"] = pair.Count,
                            ["difference"] = Of(pair.Difference),
                            ["p"] = pair.P.Value,
                            ["holm_p"] = pair.HolmP.Value,
                        }
                ),
            ]),
        };
    }

    private static JsonObject Of(Interval interval) =>
        new()
        {
            ["mean"] = interval.Point.Value,
            ["low"] = interval.Low.Value,
            ["high"] = interval.High.Value,
        };

    private static JsonObject Of(
        SearchResults results,
        TestAccuracies test,
        SearchOutcome outcome,
        RepeatQuality quality
    ) =>
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
            ["regret"] = quality.Regret,
            ["anytime_regret"] = quality.AnytimeRegret,
            ["better_share"] = quality.Better,
            ["reached_queries"] = quality.ReachedQueries,
            ["reached_seconds"] = quality.ReachedSeconds,
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
