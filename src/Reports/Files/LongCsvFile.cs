using System.Globalization;
using System.Text;
using ZcBench.Reports.Runs;

namespace ZcBench.Reports.Files;

/// <summary>
/// A run's scores as CSV: a line for each architecture and proxy, numbers with all their digits, an empty
/// field where there is none.
/// </summary>
internal static class LongCsvFile
{
    /// <summary>Writes it as UTF-8; the stream stays open.</summary>
    public static void Write(ScoredRun run, Stream output)
    {
        var table = new LongTable(run);
        using var text = new StreamWriter(output, new UTF8Encoding(false), leaveOpen: true);
        CsvText.Write(
            table
                .Chunks()
                .SelectMany(rows =>
                    Lines(rows.Count, [.. table.Columns.Select(column => column.Values(rows))])
                )
                .Prepend(table.Columns.Select(column => column.Name)),
            text
        );
    }

    private static IEnumerable<IEnumerable<string>> Lines(int count, Array[] columns) =>
        Enumerable.Range(0, count).Select(row => columns.Select(values => Text(values, row)));

    private static string Text(Array values, int row) =>
        values switch
        {
            string?[] texts => texts[row],
            long?[] numbers => numbers[row]?.ToString(CultureInfo.InvariantCulture),
            double?[] numbers => numbers[row]?.ToString("R", CultureInfo.InvariantCulture),
            _ => throw new ArgumentException($"no text for {values.GetType()}", nameof(values)),
        } ?? "";
}
