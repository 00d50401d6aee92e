using System.Globalization;
using System.Text.Json;
using ZcBench.Benchmarks;

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

    private static readonly ImageTask Objects = ImageTask.Named("class_object@32");

    /// <summary>The networks of all spaces.</summary>
    public static IReadOnlyList<GoldenNetwork> Networks { get; } =
    [
        .. Of("nasbench201-seed0.json", "nasbench201", 16, ImageTask.Cifar10),
        .. Of("nasbench101-seed0.json", "nasbench101", 8, ImageTask.Cifar10),
        .. Of("transnasbench101-micro-seed0.json", "transnasbench101-micro", 8, Objects),
        .. Of("transnasbench101-macro-seed0.json", "transnasbench101-macro", 8, Objects),
        .. Of("nasbenchmacro-seed0.json", "nasbenchmacro", 8, ImageTask.Cifar10),
        .. Of("darts-seed0.json", "darts", 8, ImageTask.Named("cifar10@C8@L4")),
    ];

    public static IReadOnlyList<GoldenNetwork> NasBench201 { get; } =
    [.. Networks.Where(network => network.Space == "nasbench201")];

    public static GoldenNetwork Named(string name) => Networks.Single(network => network.Name == name);

    // Names that several files use are told apart by their space.
    private static IEnumerable<GoldenNetwork> Of(string file, string space, int batch, ImageTask task) =>
        Open(file)
            .GetProperty("architectures")
            .EnumerateObject()
            .Select(item => new GoldenNetwork(
                space.StartsWith("nasbench1", StringComparison.Ordinal)
                || space.StartsWith("nasbench2", StringComparison.Ordinal)
                    ? item.Name
                    : $"{space}/{item.Name}",
                space,
                Text(item.Value.GetProperty("architecture")),
                batch,
                task,
                item.Value.TryGetProperty("float32", out var single) ? single : null,
                item.Value.TryGetProperty("float64", out var exact) ? exact : null
            ));

    // A file may give several forms of an architecture.
    private static string Text(JsonElement architecture) =>
        architecture.ValueKind == JsonValueKind.Object
        && architecture.TryGetProperty("compact", out var compact)
            ? compact.ToString()
            : architecture.ToString();
}
