using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using ZcBench.Benchmarks;
using ZcBench.Reports.Files;

namespace ZcBench.Supernets.Searches;

/// <summary>Outcomes as files, JSON.</summary>
internal static class SupernetFiles
{
    public static JsonSerializerOptions Readable { get; } =
        new()
        {
            WriteIndented = true,
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        };

    /// <summary>Name of a search's files, without their endings.</summary>
    public static string Name(SupernetCall call, long seed) =>
        string.Create(CultureInfo.InvariantCulture, $"{call.ToString().Replace(':', '-')}-seed{seed}");

    public static void Write<T>(string file, T content) =>
        RunFiles.Write(file, JsonSerializer.Serialize(content, Readable) + "\n");

    public static SupernetOutcome ReadOutcome(string file)
    {
        try
        {
            return JsonSerializer.Deserialize<SupernetOutcome>(File.ReadAllText(file), Readable)
                ?? throw new JsonException("it is empty");
        }
        catch (JsonException fault)
        {
            throw new UserError(
                $"{file} is damaged ({fault.Message.TrimEnd('.')}); remove it to search again",
                fault
            );
        }
    }
}
