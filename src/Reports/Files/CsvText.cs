using System.Globalization;
using CsvHelper;

namespace ZcBench.Reports.Files;

/// <summary>
/// Rows as comma-separated text: LF ends every line, a field is quoted where it holds a comma, a quote or a
/// line break.
/// </summary>
internal static class CsvText
{
    private static readonly CsvWriterOptions Options = CsvWriterOptions.Default with
    {
        Separator = ',',
        NewLine = "\n",
    };

    /// <summary>The text of some rows, the heading first.</summary>
    public static string Of(IEnumerable<IEnumerable<string>> rows)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        Write(rows, text);
        return text.ToString();
    }

    /// <summary>Writes some rows, the heading first; the writer stays open.</summary>
    public static void Write(IEnumerable<IEnumerable<string>> rows, TextWriter output)
    {
        using var csv = CsvWriter.Create(output, Options, leaveOpen: true);
        foreach (var row in rows)
        {
            foreach (var field in row)
            {
                csv.WriteField(field);
            }

            csv.EndRecord();
        }
    }
}
