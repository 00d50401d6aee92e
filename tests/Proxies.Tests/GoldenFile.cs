using System.Globalization;
using System.Text.Json;

namespace ZcBench.Proxies.Tests;

/// <summary>Scores that reference implementations gave; see tests/Golden.</summary>
internal static class GoldenFile
{
    public static JsonElement Open(string name) =>
        JsonDocument.Parse(typeof(GoldenFile).Assembly.GetManifestResourceStream(name)!).RootElement;

    /// <summary>A number, or one of the words "nan", "inf", "-inf".</summary>
    public static double Number(JsonElement element) =>
        element.ValueKind == JsonValueKind.Number
            ? element.GetDouble()
            : element.GetString() switch
            {
                "nan" => double.NaN,
                "inf" => double.PositiveInfinity,
                "-inf" => double.NegativeInfinity,
                var text => double.Parse(text!, CultureInfo.InvariantCulture),
            };

    /// <summary>The networks of both spaces.</summary>
    public static IReadOnlyList<GoldenNetwork> Networks { get; } =
    [.. Of("nasbench201-seed0.json", 16), .. Of("nasbench101-seed0.json", 8)];

    public static IReadOnlyList<GoldenNetwork> NasBench201 { get; } =
    [.. Networks.Where(network => network.Space == "nasbench201")];

    public static GoldenNetwork Named(string name) => Networks.Single(network => network.Name == name);

    private static IEnumerable<GoldenNetwork> Of(string file, int batch) =>
        Open(file)
            .GetProperty("architectures")
            .EnumerateObject()
            .Select(item => new GoldenNetwork(
                item.Name,
                file[..file.IndexOf('-', StringComparison.Ordinal)],
                item.Value.GetProperty("architecture").ToString(),
                batch,
                item.Value.GetProperty("float32"),
                item.Value.TryGetProperty("float64", out var exact) ? exact : null
            ));
}
