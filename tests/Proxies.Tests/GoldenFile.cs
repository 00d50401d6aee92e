using System.Globalization;
using System.Text.Json;

namespace ZcBench.Proxies.Tests;

/// <summary>Scores that reference implementations gave; see tests/Golden.</summary>
internal static class GoldenFile
{
    public static JsonElement Open(string name) =>
        JsonDocument.Parse(typeof(GoldenFile).Assembly.GetManifestResourceStream(name)!).RootElement;

    /// <summary>A number, or one of the words "nan", "inf", "-inf".</summary>
    public static double Number(JsonElement element) => element.ValueKind == JsonValueKind.Number
        ? element.GetDouble()
        : element.GetString() switch
        {
            "nan" => double.NaN,
            "inf" => double.PositiveInfinity,
            "-inf" => double.NegativeInfinity,
            var text => double.Parse(text!, CultureInfo.InvariantCulture),
        };

    public static IEnumerable<(string Name, string Architecture, JsonElement Single, JsonElement Double)> NasBench201() =>
        Open("nasbench201-seed0.json").GetProperty("architectures").EnumerateObject().Select(item => (
            item.Name, item.Value.GetProperty("architecture").GetString()!, item.Value.GetProperty("float32"),
            item.Value.GetProperty("float64")));
}
