using System.Text.Json;
using ZcBench.Benchmarks;
using ZcBench.Scores;
using ZcBench.Scores.Published;

namespace ZcBench.Imports.Published;

/// <summary>
/// What a CSV file of scores does not say of its columns, in a JSON file of the same name beside it:
/// {"proxies": {"mine": {"direction": "lower", "title": "My proxy", "labels": 2, "milliseconds": 3.5}}},
/// all but the names optional.
/// </summary>
internal sealed class ScoresDescription
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = System.Text.Json.Serialization.JsonUnmappedMemberHandling.Disallow,
    };

    private const string Member = "proxies";
    private readonly string _path;
    private readonly Dictionary<string, Entry> _proxies;

    private ScoresDescription(string path, Dictionary<string, Entry> proxies)
    {
        _path = path;
        _proxies = proxies;
    }

    /// <summary>
    /// The description that lies beside a CSV file; an empty one where none does, or a JSON file about
    /// something else, without a member "proxies".
    /// </summary>
    /// <exception cref="UserError">It is damaged.</exception>
    public static ScoresDescription Beside(string file)
    {
        var path = Path.ChangeExtension(file, ".json");
        if (path == file || !File.Exists(path))
        {
            return new(path, []);
        }

        try
        {
            using var json = JsonDocument.Parse(File.ReadAllBytes(path));
            return
                json.RootElement.ValueKind == JsonValueKind.Object
                && json.RootElement.TryGetProperty(Member, out var proxies)
                ? new(path, proxies.Deserialize<Dictionary<string, Entry>>(Options) ?? [])
                : new(path, []);
        }
        catch (Exception fault) when (fault is JsonException or IOException or UnauthorizedAccessException)
        {
            throw new UserError(
                $"{path} beside {Path.GetFileName(file)} does not describe scores "
                    + $"({fault.Message.Split(". Path", 2)[0]}); write {{\"proxies\": {{\"<column>\": "
                    + "{\"direction\": \"higher\"}}}, or rename it",
                fault
            );
        }
    }

    /// <summary>The columns with what is said of them here.</summary>
    /// <exception cref="UserError">A column is named that is not there, or a value is none.</exception>
    public IEnumerable<PublishedColumn> Describe(IEnumerable<PublishedColumn> columns)
    {
        var all = columns.ToList();
        return _proxies.Keys.FirstOrDefault(id => all.TrueForAll(column => column.Id != id)) is { } unknown
            ? throw new UserError(
                $"{_path} describes '{unknown}', which is no column of the file; "
                    + $"its columns are {string.Join(", ", all.Select(column => column.Id))}"
            )
            : all.Select(column =>
                _proxies.TryGetValue(column.Id, out var entry) ? Described(column, entry) : column
            );
    }

    private PublishedColumn Described(PublishedColumn column, Entry entry) =>
        column with
        {
            Title = entry.Title,
            MeanSeconds = entry.Milliseconds / 1000,
            LabelBudget = entry.Labels switch
            {
                null => null,
                >= 0 and <= 5 => (LabelBudget)entry.Labels,
                _ => throw new UserError(
                    $"{_path}: labels of '{column.Id}' are {entry.Labels}, "
                        + "but a label budget is 0 (structure) to 5 (accuracies)"
                ),
            },
            Direction = entry.Direction switch
            {
                null => column.Direction,
                "higher" => Direction.HigherIsBetter,
                "lower" => Direction.LowerIsBetter,
                _ => throw new UserError(
                    $"{_path}: direction of '{column.Id}' is '{entry.Direction}'; write higher or lower"
                ),
            },
        };

    private sealed record Entry(string? Direction, string? Title, int? Labels, double? Milliseconds);
}
