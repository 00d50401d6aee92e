using System.Globalization;
using CsvHelper;

namespace ZcBench.Search.Results;

/// <summary>
/// Printed results of searches, to stand beside ours. Read from a file in this assembly, never from
/// measurements.
/// </summary>
public static class PublishedSearches
{
    private const string Resource = "published/searches.csv";
    private const string DeviationEnding = "_std";
    private static readonly string[] NoAccuracy = ["space", "method", "seconds", "source"];

    /// <summary>Those of a search space, in the order of the file.</summary>
    public static IReadOnlyList<PublishedSearch> Of(string space) =>
        [.. All.Where(item => item.Space == space).Select(item => item.Search)];

    private static IReadOnlyList<(string Space, PublishedSearch Search)> All { get; } = Read();

    private static List<(string Space, PublishedSearch Search)> Read()
    {
        using var stream =
            typeof(PublishedSearches).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException($"resource {Resource} is missing from this build");
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        using var csv = CsvReader.Create(copy.ToArray(), new CsvReaderOptions { Separator = ',' });
        csv.ReadHeader();
        string[] header = [.. csv.Headers.ToArray()];
        var rows = new List<(string, PublishedSearch)>();
        while (csv.Read())
        {
            var fields = header
                .Select((name, i) => (name, Text: csv.GetString(i)))
                .ToDictionary(item => item.name, item => item.Text, StringComparer.Ordinal);
            rows.Add(
                (
                    fields["space"],
                    new(
                        fields["method"],
                        header
                            .Except(NoAccuracy)
                            .Where(name => !name.EndsWith(DeviationEnding, StringComparison.Ordinal))
                            .ToDictionary(
                                name => name,
                                name => (Number(fields[name])!.Value, Number(fields[name + DeviationEnding])),
                                StringComparer.Ordinal
                            ),
                        Number(fields["seconds"]),
                        fields["source"]
                    )
                )
            );
        }

        return rows;
    }

    private static double? Number(string text) =>
        text.Length == 0 ? null : double.Parse(text, CultureInfo.InvariantCulture);
}
