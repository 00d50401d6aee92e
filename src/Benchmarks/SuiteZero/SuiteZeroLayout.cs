using System.Text.Json;
using System.Text.Unicode;

namespace ZcBench.Benchmarks.SuiteZero;

/// <summary>
/// The layout of NAS-Bench-Suite-Zero's JSON files: {dataset: {NASLib's key: {proxy: {"score", "time"},
/// "val_accuracy": percent}}}.
/// </summary>
internal static class SuiteZeroLayout
{
    /// <summary>
    /// A member beside "score" and "time" that our exports write as true where a lower score is better. The
    /// layout itself states
    /// no direction, and NASLib reads past it.
    /// </summary>
    public const string LowerIsBetter = "lower_is_better";

    private static readonly JsonDocumentOptions Once = new() { AllowDuplicateProperties = false };

    /// <summary>The JSON of a file, with NaN and infinities as texts.</summary>
    /// <exception cref="UserError">
    /// It is not JSON, not an object, or holds a name twice in one object or a text that is none.
    /// </exception>
    public static JsonDocument Parse(byte[] content, string path)
    {
        if (!Utf8.IsValid(content))
        {
            throw new UserError($"{path} is not JSON: it holds bytes that are not UTF-8; fetch it again");
        }

        try
        {
            var json = JsonDocument.Parse(PythonNumbers.AsStrings(Utf8Mark.Without(content)), Once);
            if (json.RootElement.ValueKind != JsonValueKind.Object)
            {
                throw Fault(path, $"the file holds {Kind(json.RootElement)}");
            }

            if (content.AsSpan().IndexOf("\\ud"u8) >= 0 || content.AsSpan().IndexOf("\\uD"u8) >= 0)
            {
                ReadTexts(json.RootElement);
            }

            return json;
        }
        catch (InvalidOperationException fault)
        {
            throw new UserError(
                $"{path} holds a name that is not valid text ({fault.Message.TrimEnd('.')}); fetch it again",
                fault
            );
        }
        catch (JsonException fault)
        {
            throw new UserError(
                $"{path} is not JSON: {fault.Message.Split(". Path", 2)[0]}; fetch it again",
                fault
            );
        }
    }

    /// <summary>The datasets of a file, as it spells them.</summary>
    public static IReadOnlyList<string> Datasets(JsonDocument json) =>
        [.. json.RootElement.EnumerateObject().Select(property => property.Name)];

    /// <summary>The architectures of a dataset and what the file says of each, an object.</summary>
    /// <exception cref="UserError">
    /// The layout is another, a key is malformed, or an architecture is there twice.
    /// </exception>
    public static IEnumerable<(string Key, Architecture Architecture, JsonElement Member)> Members(
        JsonDocument json,
        string dataset,
        string path,
        ISearchSpace space
    )
    {
        var members = json.RootElement.GetProperty(dataset);
        if (members.ValueKind != JsonValueKind.Object)
        {
            throw Fault(path, $"'{dataset}' holds {Kind(members)}");
        }

        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var member in members.EnumerateObject())
        {
            var architecture = Architecture(member.Name, path, space);
            if (!seen.Add(architecture.Text))
            {
                throw new UserError($"{path}: architecture '{member.Name}' appears twice; remove one");
            }

            yield return member.Value.ValueKind == JsonValueKind.Object
                ? (member.Name, architecture, member.Value)
                : throw Fault(path, $"'{member.Name}' holds {Kind(member.Value)}");
        }
    }

    /// <summary>The refusal of another layout.</summary>
    public static UserError Fault(string path, string found) =>
        new(
            $"{path} is not laid out as dataset → architecture → proxy → {{\"score\", \"time\"}}: {found}; "
                + "give a file of NAS-Bench-Suite-Zero's layout, or CSV"
        );

    /// <summary>What an element is, in words.</summary>
    public static string Kind(JsonElement element) =>
        element.ValueKind switch
        {
            JsonValueKind.Object => "an object",
            JsonValueKind.Array => "a list",
            JsonValueKind.String => "a text",
            JsonValueKind.Number => "a number",
            _ => "nothing",
        };

    // An escape such as \ud800 alone is JSON, but no text, which shows when the text is read.
    private static void ReadTexts(JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.String:
                element.GetString();
                break;
            case JsonValueKind.Array:
                foreach (var item in element.EnumerateArray())
                {
                    ReadTexts(item);
                }

                break;
            case JsonValueKind.Object:
                foreach (var property in element.EnumerateObject())
                {
                    _ = property.Name;
                    ReadTexts(property.Value);
                }

                break;
            default:
                break;
        }
    }

    private static Architecture Architecture(string key, string path, ISearchSpace space)
    {
        try
        {
            return space.FromNasLib(key)
                ?? throw new UserError(
                    $"{path}: NASLib's keys of {space.Title} are not known here; "
                        + "give CSV with a column architecture"
                );
        }
        catch (UserError fault) when (!fault.Message.StartsWith(path, StringComparison.Ordinal))
        {
            throw new UserError($"{path}: {fault.Message}", fault);
        }
    }
}
