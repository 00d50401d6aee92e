using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ZcBench.Reports.Figures;

/// <summary>Vega-Lite specifications are written as they read in its documentation; this puts the parts together.</summary>
internal static class Vega
{
    public const string Schema = "https://vega.github.io/schema/vega-lite/v6.json";

    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>A specification with title, theme and data.</summary>
    /// <param name="title">Heading.</param>
    /// <param name="data">All of its numbers.</param>
    /// <param name="body">The rest of it: a JSON object.</param>
    public static JsonObject Specification(string title, FigureData data, string body)
    {
        var result = new JsonObject
        {
            ["$schema"] = Schema, ["title"] = title, ["config"] = Theme.Config(),
            ["data"] = new JsonObject { ["values"] = data.ToJson() },
        };
        foreach (var (name, value) in JsonNode.Parse(body)!.AsObject())
        {
            result[name] = value?.DeepClone();
        }

        return result;
    }

    /// <summary>A text as JSON.</summary>
    public static string Json(string text) => JsonSerializer.Serialize(text, Readable);

    /// <summary>A list of texts as JSON.</summary>
    public static string Json(IEnumerable<string> texts) => $"[{string.Join(", ", texts.Select(Json))}]";

    /// <summary>A list of numbers as JSON.</summary>
    public static string Json(IEnumerable<double> values) => $"[{string.Join(", ", values.Select(Json))}]";

    /// <summary>A number as JSON, to six digits.</summary>
    public static string Json(double value) => FigureData.Rounded(value).ToString("R", CultureInfo.InvariantCulture);

    /// <summary>A specification as the bytes of a file.</summary>
    public static string Text(JsonObject specification) => specification.ToJsonString(Readable) + "\n";
}
