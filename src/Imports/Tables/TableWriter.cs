using System.Globalization;
using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using ZcBench.Benchmarks;

namespace ZcBench.Imports.Tables;

/// <summary>
/// Writes a table as CSV and its description as JSON beside it. Both get temporary names and are moved once
/// both are whole; where anything fails, neither is left.
/// </summary>
internal sealed class TableWriter(string output)
{
    private const string Temporary = ".part";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private string Description => Path.ChangeExtension(output, ".json");

    /// <summary>Refuses an output that could not be written, before anything is read.</summary>
    public void Check()
    {
        if (!output.EndsWith(".csv", StringComparison.OrdinalIgnoreCase))
        {
            throw new UserError($"--out '{output}' does not end in .csv; name a file such as table.csv");
        }

        if (Path.GetDirectoryName(Path.GetFullPath(output)) is { } folder && !Directory.Exists(folder))
        {
            throw new UserError(
                $"--out '{output}' is in a folder that does not exist; make the folder first"
            );
        }

        if (new[] { output, Description }.FirstOrDefault(Path.Exists) is { } there)
        {
            throw new UserError(
                $"'{there}' exists already and is not overwritten; name another --out, or remove it"
            );
        }

        // A kill while a table was written leaves these.
        Remove();
    }

    private void Remove()
    {
        try
        {
            File.Delete(output + Temporary);
            File.Delete(Description + Temporary);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new UserError(
                $"'{output}{Temporary}' cannot be removed: {fault.Message}; name another --out",
                fault
            );
        }
    }

    /// <summary>Writes the table.</summary>
    /// <returns>The number of columns and the SHA-256 of the CSV file.</returns>
    public (int Columns, string Sha256) Write(
        ImportedTable table,
        IReadOnlyList<(ImportedColumn Column, double[] Values)> columns,
        string? keyColumn,
        Dictionary<string, object> description,
        CancellationToken stop
    )
    {
        string[] texts = keyColumn is null ? ["architecture"] : [keyColumn, "architecture"];
        var meanings = columns.ToDictionary(
            item => ColumnText.Name(item.Column),
            item => ColumnText.Meaning(item.Column)
        );
        var described = false;
        try
        {
            File.WriteAllText(
                Description + Temporary,
                JsonSerializer.Serialize(
                    new Dictionary<string, object>(description) { ["columns"] = meanings },
                    Json
                ) + "\n"
            );
            using (var csv = new StreamWriter(output + Temporary) { NewLine = "\n" })
            {
                csv.WriteLine(
                    string.Join(',', texts.Concat(columns.Select(item => ColumnText.Name(item.Column))))
                );
                for (var row = 0; row < table.Architectures.Count; row++)
                {
                    stop.ThrowIfCancellationRequested();
                    csv.Write(keyColumn is null ? "" : table.Keys[row] + ",");
                    csv.Write(table.Architectures[row].Text);
                    foreach (var (_, values) in columns)
                    {
                        csv.Write(',');
                        csv.Write(Number(values[row]));
                    }

                    csv.WriteLine();
                }
            }

            string sha256;
            using (var written = File.OpenRead(output + Temporary))
            {
                sha256 = Convert.ToHexStringLower(SHA256.HashData(written));
            }

            stop.ThrowIfCancellationRequested();
            File.Move(Description + Temporary, Description);
            described = true;
            File.Move(output + Temporary, output);
            return (texts.Length + columns.Count, sha256);
        }
        catch (Exception fault)
        {
            File.Delete(output + Temporary);
            File.Delete(Description + Temporary);
            if (described)
            {
                File.Delete(Description);
            }

            if (fault is IOException or UnauthorizedAccessException)
            {
                throw new UserError($"'{output}' cannot be written: {fault.Message}", fault);
            }

            throw;
        }
    }

    // All digits, so that nothing is lost; empty where there is no number.
    private static string Number(double value) =>
        double.IsNaN(value) ? "" : value.ToString("R", CultureInfo.InvariantCulture);
}
