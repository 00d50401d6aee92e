using System.Text.Json.Nodes;

namespace ZcBench.Learned.Combinations;

/// <summary>Every number of chosen combinations.</summary>
public static class CombinationJson
{
    /// <summary>Name of the file.</summary>
    public const string FileName = "combinations.json";

    /// <summary>As JSON.</summary>
    public static JsonObject Of(CombinationStudy study) =>
        new()
        {
            ["candidates"] = Texts(study.Candidates),
            ["choices"] = new JsonArray([
                .. study.Choices.Select(choice => new JsonObject
                {
                    ["on"] = choice.On,
                    ["architectures"] = choice.Count,
                    ["steps"] = new JsonArray([
                        .. choice.Steps.Select(step => new JsonObject
                        {
                            ["proxies"] = Texts(step.Members),
                            ["tau"] = step.Tau,
                        }),
                    ]),
                }),
            ]),
            ["judgements"] = new JsonArray([.. study.Judgements.Select(Of)]),
            ["unseen"] = study.Unseen is { } unseen ? Of(unseen) : null,
        };

    private static JsonObject Of(UnseenSpaces unseen) =>
        new()
        {
            ["spaces"] = unseen.Spaces,
            ["tasks"] = unseen.Tasks,
            ["tau"] = unseen.Tau,
            ["rivals"] = new JsonArray([
                .. unseen.Rivals.Select(rival => new JsonObject
                {
                    ["score"] = rival.Proxy.Id,
                    ["tau"] = rival.Tau,
                    ["difference"] = rival.Improvement.Difference.Point.Value,
                    ["low"] = rival.Improvement.Difference.Low.Value,
                    ["high"] = rival.Improvement.Difference.High.Value,
                    ["probability"] = rival.Improvement.Probability,
                    ["better"] = rival.Improvement.Better,
                    ["equal"] = rival.Improvement.Equal,
                    ["worse"] = rival.Improvement.Worse,
                }),
            ]),
        };

    private static JsonObject Of(Judgement judgement) =>
        new()
        {
            ["chosen_on"] = judgement.Choice.On,
            ["space"] = judgement.Space,
            ["rho"] = judgement.Rho,
            ["tau"] = judgement.Tau,
            ["rival"] = judgement.Rival,
            ["difference"] = judgement.Difference?.Point.Value,
            ["low"] = judgement.Difference?.Low.Value,
            ["high"] = judgement.Difference?.High.Value,
            ["tasks"] = new JsonArray([
                .. judgement.Tasks.Select(task => new JsonObject
                {
                    ["name"] = task.Name,
                    ["architectures"] = task.Count,
                    ["rho"] = task.Rho,
                    ["tau"] = task.Tau.Point.Value,
                    ["rivals"] = new JsonObject(
                        task.Rivals.Select(rival =>
                            KeyValuePair.Create(rival.Key, (JsonNode?)rival.Value.Point.Value)
                        )
                    ),
                }),
            ]),
        };

    private static JsonArray Texts(IEnumerable<string> texts) =>
        new([.. texts.Select(text => JsonValue.Create(text))]);
}
