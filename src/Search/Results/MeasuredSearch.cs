using System.Text.Json;
using ZcBench.Benchmarks;

namespace ZcBench.Search.Results;

/// <summary>A method of a search that was written before, to stand beside others.</summary>
/// <param name="Method">The call, as it is written.</param>
/// <param name="Test">
/// By target: mean test accuracy and its deviation over repeats, null where there is none.
/// </param>
/// <param name="Queries">Mean number of architectures trained.</param>
/// <param name="Seconds">Mean cost of training, as the table states it, and of scoring.</param>
public sealed record MeasuredSearch(
    string Method,
    IReadOnlyDictionary<string, (double? Mean, double? Deviation)> Test,
    double Queries,
    double Seconds
)
{
    /// <summary>The methods of a folder that <see cref="SearchFolder.Write"/> wrote.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="tableChecksum">SHA-256 of the table that the search must have been judged by.</param>
    /// <exception cref="UserError">It is none, is damaged, or is of another table.</exception>
    public static IReadOnlyList<MeasuredSearch> Read(string folder, string tableChecksum)
    {
        var file = Path.Combine(folder, SearchFolder.Json);
        if (!File.Exists(file))
        {
            throw new UserError(
                $"{folder} has no {SearchFolder.Json}; give a folder of zcbench search --out"
            );
        }

        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(file));
            var root = document.RootElement;
            return root.GetProperty("setting").GetProperty("table_sha256").GetString() == tableChecksum
                ? [.. root.GetProperty("methods").EnumerateArray().Select(Of)]
                : throw new UserError(
                    $"{file} was judged by another table; search on this one and give that folder"
                );
        }
        catch (Exception fault)
            when (fault is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new UserError($"{file} is damaged ({fault.Message.TrimEnd('.')}); search again", fault);
        }
    }

    private static MeasuredSearch Of(JsonElement method) =>
        new(
            method.GetProperty("method").GetString()!,
            Accuracies(method)
                .EnumerateObject()
                .ToDictionary(
                    item => item.Name,
                    item => (Number(item.Value, "mean"), Number(item.Value, "deviation")),
                    StringComparer.Ordinal
                ),
            method.GetProperty("queries").GetDouble(),
            method.GetProperty("training_seconds").GetDouble()
                + method.GetProperty("scoring_seconds").GetDouble()
        );

    // Its name up to version 0.6.
    private static JsonElement Accuracies(JsonElement method) =>
        method.TryGetProperty("test_percent", out var percent) ? percent : method.GetProperty("test");

    private static double? Number(JsonElement element, string name) =>
        element.GetProperty(name) is { ValueKind: JsonValueKind.Number } number ? number.GetDouble() : null;
}
