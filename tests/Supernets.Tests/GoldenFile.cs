using System.Reflection;
using System.Text.Json;

namespace ZcBench.Supernets.Tests;

/// <summary>
/// Values of one kind that reference implementations gave, whatever the seed: every file of the kind counts.
/// </summary>
internal static class GoldenFile
{
    private static readonly Assembly Tests = typeof(GoldenFile).Assembly;

    /// <summary>Names of all files of a kind, one a seed.</summary>
    public static TheoryData<string> Named(string kind) =>
        [
            .. Tests
                .GetManifestResourceNames()
                .Where(name => name.StartsWith($"{kind}-seed", StringComparison.Ordinal)),
        ];

    public static JsonElement Open(string name) =>
        JsonDocument.Parse(Tests.GetManifestResourceStream(name)!).RootElement;

    /// <summary>All numbers of nested arrays in order.</summary>
    public static double[] Numbers(this JsonElement element) =>
        element.ValueKind == JsonValueKind.Array
            ? [.. element.EnumerateArray().SelectMany(Numbers)]
            : [element.GetDouble()];

    public static double Number(this JsonElement element, string property) =>
        element.GetProperty(property).GetDouble();

    public static int[] Integers(this JsonElement element) =>
        [.. element.Numbers().Select(number => (int)number)];

    /// <summary>A square matrix.</summary>
    public static double[,] Matrix(this JsonElement element)
    {
        var size = element.GetArrayLength();
        var matrix = new double[size, size];
        foreach (var (i, number) in element.Numbers().Index())
        {
            matrix[i / size, i % size] = number;
        }

        return matrix;
    }
}
