using System.Text.Json;

namespace ZcBench.Benchmarks.Tables;

/// <summary>The tables that ship inside this program, and any CSV file of their kind.</summary>
public static class KnownTables
{
    /// <summary>The table a run uses when none is named.</summary>
    public const string Default = "nasbench201-256";

    private const string Prefix = "data/";
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    /// <summary>Ids of the embedded tables.</summary>
    public static IReadOnlyList<string> Embedded { get; } =
    [
        .. typeof(KnownTables)
            .Assembly.GetManifestResourceNames()
            .Where(name =>
                name.StartsWith(Prefix, StringComparison.Ordinal)
                && name.EndsWith(".csv", StringComparison.Ordinal)
            )
            .Select(name => name[Prefix.Length..^".csv".Length])
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>
    /// The embedded table of that id, else the CSV file at that path, plain or compressed by gzip, with the
    /// description in the JSON file beside it, if there is one.
    /// </summary>
    /// <param name="idOrPath">Which table.</param>
    /// <param name="space">
    /// Id of its search space; null to take it from the description or the columns.
    /// </param>
    /// <exception cref="UserError">
    /// Neither exists, the file is damaged, or its description states another space.
    /// </exception>
    public static BenchmarkTable Open(string idOrPath, string? space = null)
    {
        if (Embedded.Contains(idOrPath))
        {
            var known = Describe(Resource($"{idOrPath}.json"), $"{idOrPath}.json");
            RefuseOtherSpace(idOrPath, known, space);
            return new TableReader(
                Resource($"{idOrPath}.csv"),
                $"{idOrPath}.csv",
                idOrPath,
                known,
                space
            ).Read();
        }

        if (!File.Exists(idOrPath))
        {
            throw new UserError(
                Directory.Exists(idOrPath)
                    ? $"table '{idOrPath}' is a folder; give the CSV file in it"
                    : $"table '{idOrPath}' is neither a file nor an embedded table "
                        + $"({string.Join(", ", Embedded)}); check the path"
            );
        }

        var unpacked = Gzip.Unpacked(idOrPath);
        var beside = Path.ChangeExtension(unpacked, ".json");
        var description = File.Exists(beside) ? Describe(ReadFile(beside), beside) : null;
        RefuseOtherSpace(idOrPath, description, space);
        return new TableReader(
            ReadFile(idOrPath),
            idOrPath,
            Path.GetFileNameWithoutExtension(unpacked),
            description,
            space
        ).Read();
    }

    private static void RefuseOtherSpace(string table, TableDescription? description, string? space)
    {
        if (space is not null && description is not null && description.Space != space)
        {
            throw new UserError(
                $"table '{table}' belongs to {description.Space} (per its description), not {space}; "
                    + "leave --space out or name another table"
            );
        }
    }

    private static TableDescription Describe(byte[] json, string file)
    {
        try
        {
            return JsonSerializer.Deserialize<TableStatement>(json, Json)?.Complete(file)
                ?? throw new UserError($"{file} is not the JSON description of a table (it holds null)");
        }
        catch (JsonException fault)
        {
            throw new UserError($"{file} is not the JSON description of a table ({fault.Message})", fault);
        }
    }

    private static byte[] ReadFile(string path)
    {
        try
        {
            return File.ReadAllBytes(path);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new UserError($"{path} cannot be read: {fault.Message}", fault);
        }
    }

    private static byte[] Resource(string name)
    {
        using var stream =
            typeof(KnownTables).Assembly.GetManifestResourceStream(Prefix + name)
            ?? throw new InvalidOperationException($"resource {name} is missing from this build");
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }
}
