using System.Text.Json;
using ZcBench.Benchmarks;
using ZcBench.Benchmarks.SuiteZero;
using ZcBench.Scores;
using ZcBench.Scores.Published;

namespace ZcBench.Imports.Published;

/// <summary>
/// Scores in NAS-Bench-Suite-Zero's layout (<see cref="SuiteZeroLayout"/>). A bare number beside the proxies,
/// as its "val_accuracy", is no score and is left out.
/// </summary>
internal static class PublishedJson
{
    public static IEnumerable<PublishedColumn> Read(
        byte[] content,
        string path,
        ISearchSpace space,
        string dataset
    )
    {
        using var json = SuiteZeroLayout.Parse(content, path);
        var datasets = SuiteZeroLayout.Datasets(json);
        SuiteZeroDatasets.RequireSpace(datasets, space, path);
        var name =
            SuiteZeroDatasets.Find(datasets, space, dataset)
            ?? throw new UserError($"{path} has no scores for {dataset}; it has {Listed(datasets)}");
        var scores = new Dictionary<string, Dictionary<string, Score>>(StringComparer.Ordinal);
        var seconds = new Dictionary<string, List<double>>(StringComparer.Ordinal);
        var lower = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (key, architecture, member) in SuiteZeroLayout.Members(json, name, path, space))
        {
            foreach (
                var proxy in member
                    .EnumerateObject()
                    .Where(proxy => proxy.Value.ValueKind != JsonValueKind.Number)
            )
            {
                if (
                    proxy.Value.ValueKind != JsonValueKind.Object
                    || !proxy.Value.TryGetProperty("score", out var score)
                )
                {
                    throw SuiteZeroLayout.Fault(
                        path,
                        $"{key}, {proxy.Name} holds {SuiteZeroLayout.Kind(proxy.Value)} without a score"
                    );
                }

                Add(scores, proxy.Name)
                    .Add(
                        architecture.Text,
                        Number(score) is { } value
                            ? PublishedScore.Of(value)
                            : throw SuiteZeroLayout.Fault(
                                path,
                                $"the score of {key}, {proxy.Name} is {SuiteZeroLayout.Kind(score)}"
                            )
                    );
                if (
                    proxy.Value.TryGetProperty(SuiteZeroLayout.LowerIsBetter, out var mark)
                    && mark.ValueKind == JsonValueKind.True
                )
                {
                    lower.Add(proxy.Name);
                }

                if (proxy.Value.TryGetProperty("time", out var time) && Number(time) is { } took)
                {
                    Add(seconds, proxy.Name).Add(took);
                }
            }
        }

        return scores.Count == 0
            ? throw SuiteZeroLayout.Fault(path, $"'{name}' holds no scores")
            : scores
                .Select(item => new PublishedColumn(
                    item.Key,
                    item.Value,
                    seconds.TryGetValue(item.Key, out var times) ? times.Average() : null,
                    lower.Contains(item.Key) ? Direction.LowerIsBetter : Direction.HigherIsBetter
                ))
                .ToList();
    }

    private static double? Number(JsonElement element) =>
        element.ValueKind switch
        {
            JsonValueKind.Number => element.GetDouble(),
            JsonValueKind.String => PythonNumbers.Parse(element.GetString()!),
            _ => null,
        };

    private static T Add<T>(Dictionary<string, T> items, string name)
        where T : new() => items.TryGetValue(name, out var item) ? item : items[name] = new T();

    private static string Listed(IReadOnlyList<string> names) =>
        names.Count == 0 ? "none" : string.Join(", ", names.Take(5)) + (names.Count > 5 ? ", …" : "");
}
