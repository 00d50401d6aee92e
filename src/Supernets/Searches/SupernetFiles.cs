using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using ZcBench.Benchmarks;

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

    public static void WriteOutcome(string file, SupernetOutcome outcome)
    {
        File.WriteAllText($"{file}.new", JsonSerializer.Serialize(outcome, Readable) + "\n");
        File.Move($"{file}.new", file, overwrite: true);
    }

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
