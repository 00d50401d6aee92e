using System.Text.Json;
using ZcBench.Benchmarks;
using ZcBench.Scores;

namespace ZcBench.Reports.Published;

/// <summary>
/// NAS-Bench-Suite-Zero's layout: {dataset: {key: {proxy: {"score": number, "time": seconds}}}}. A bare number beside the
/// proxies, as its "val_accuracy", is no score and is left out.
/// </summary>
internal static class SuiteZeroJson
{
    public static IEnumerable<PublishedColumn> Read(byte[] content, string path, ISearchSpace space, string dataset)
    {
        try
        {
            using var json = JsonDocument.Parse(PythonNumbers.AsStrings(content));
            return Read(json.RootElement, path, space, dataset);
        }
        catch (JsonException fault)
        {
            throw new UserError($"{path} is no JSON: {fault.Message.Split(". Path", 2)[0]}; fetch it again", fault);
        }
    }

    private static IEnumerable<PublishedColumn> Read(JsonElement root, string path, ISearchSpace space, string dataset)
    {
        if (root.ValueKind != JsonValueKind.Object)
        {
            throw Layout(path, $"the file holds {Kind(root)}");
        }

        var datasets = root.EnumerateObject().Select(property => property.Name).ToList();
        var name = datasets.FirstOrDefault(known => string.Equals(known, dataset, StringComparison.OrdinalIgnoreCase))
            ?? throw new UserError($"{path} has no scores for {dataset}; it has {Listed(datasets)}");
        var members = root.GetProperty(name);
        if (members.ValueKind != JsonValueKind.Object)
        {
            throw Layout(path, $"'{name}' holds {Kind(members)}");
        }

        var scores = new Dictionary<string, Dictionary<string, Score>>(StringComparer.Ordinal);
        var seconds = new Dictionary<string, List<double>>(StringComparer.Ordinal);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var member in members.EnumerateObject())
        {
            var text = Architecture(member.Name, path, space);
            if (!seen.Add(text))
            {
                throw new UserError($"{path}: architecture '{member.Name}' is there twice; remove one of the two");
            }

            if (member.Value.ValueKind != JsonValueKind.Object)
            {
                throw Layout(path, $"'{member.Name}' holds {Kind(member.Value)}");
            }

            foreach (var proxy in member.Value.EnumerateObject().Where(proxy => proxy.Value.ValueKind != JsonValueKind.Number))
            {
                if (proxy.Value.ValueKind != JsonValueKind.Object || !proxy.Value.TryGetProperty("score", out var score))
                {
                    throw Layout(path, $"{member.Name}, {proxy.Name} holds {Kind(proxy.Value)} without a score");
                }

                Add(scores, proxy.Name).Add(text, Number(score) is { } value
                    ? PublishedScores.Value(value)
                    : throw Layout(path, $"the score of {member.Name}, {proxy.Name} is {Kind(score)}"));
                if (proxy.Value.TryGetProperty("time", out var time) && Number(time) is { } took)
                {
                    Add(seconds, proxy.Name).Add(took);
                }
            }
        }

        return scores.Count == 0
            ? throw Layout(path, $"'{name}' holds no scores")
            : scores.Select(item => new PublishedColumn(
                item.Key, item.Value, seconds.TryGetValue(item.Key, out var times) ? times.Average() : null)).ToList();
    }

    private static string Architecture(string key, string path, ISearchSpace space)
    {
        try
        {
            return space.FromNasLib(key)?.Text
                ?? throw new UserError($"{path}: the keys of {space.Title} in such files are not known; give CSV with a column architecture");
        }
        catch (UserError fault) when (!fault.Message.StartsWith(path, StringComparison.Ordinal))
        {
            throw new UserError($"{path}: {fault.Message}", fault);
        }
    }

    private static double? Number(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Number => element.GetDouble(),
        JsonValueKind.String => PythonNumbers.Parse(element.GetString()!),
        _ => null,
    };

    private static T Add<T>(Dictionary<string, T> items, string name)
        where T : new() => items.TryGetValue(name, out var item) ? item : items[name] = new T();

    private static UserError Layout(string path, string found) => new(
        $"{path} is not laid out as dataset → architecture → proxy → {{\"score\", \"time\"}}: {found}; give a file of NAS-Bench-Suite-Zero's layout, or CSV");

    private static string Kind(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "a list",
        JsonValueKind.String => "a text",
        JsonValueKind.Number => "a number",
        _ => "nothing",
    };

    private static string Listed(List<string> names) =>
        names.Count == 0 ? "none" : string.Join(", ", names.Take(5)) + (names.Count > 5 ? ", …" : "");
}
