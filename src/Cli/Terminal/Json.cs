using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using ZcBench.Scores;

namespace ZcBench.Cli.Terminal;

/// <summary>JSON as the commands print it.</summary>
internal static class Json
{
    private static readonly JsonSerializerOptions Options = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static void Print(JsonNode node) => Console.Out.WriteLine(node.ToJsonString(Options));

    /// <summary>A number with all its digits, or {"undefined": reason}.</summary>
    public static JsonNode Of(Score score) =>
        score.IsDefined ? JsonValue.Create(score.Value) : new JsonObject { ["undefined"] = score.Reason };
}
