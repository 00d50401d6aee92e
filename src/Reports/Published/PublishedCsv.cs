using System.Globalization;
using CsvHelper;
using ZcBench.Benchmarks;
using ZcBench.Benchmarks.Tables;
using ZcBench.Scores;

namespace ZcBench.Reports.Published;

/// <summary>
/// Published scores as CSV: a column "architecture", one for each proxy, an empty field where there is no
/// score.
/// </summary>
internal static class PublishedCsv
{
    private const string ArchitectureColumn = "architecture";
    private const string IndexColumn = "index";

    private static readonly CsvReaderOptions Options = new()
    {
        Separator = ',',
        TrackLineNumbers = true,
        MalformedData = CsvMalformedDataHandling.Throw,
        FieldCountMismatch = CsvFieldCountHandling.Allow,
    };

    public static IEnumerable<PublishedColumn> Read(byte[] content, string path, ISearchSpace space)
    {
        CsvText.Check(content, path);
        using var csv = CsvReader.Create(content, Options);
        try
        {
            return Rows(csv, path, space);
        }
        catch (CsvFormatException fault)
        {
            throw new UserError(
                $"{path}, line {fault.LineNumber}: invalid CSV "
                    + $"({fault.Message.Split('\n', 2)[0].TrimEnd('\r')})",
                fault
            );
        }
    }

    private static IEnumerable<PublishedColumn> Rows(CsvReader csv, string path, ISearchSpace space)
    {
        csv.ReadHeader();
        var header = csv.Headers.ToArray();
        CsvText.RequireNames(header, path);
        var architectures = Array.IndexOf(header, ArchitectureColumn);
        if (architectures < 0)
        {
            throw new UserError(
                $"{path}, line 1: there is no column '{ArchitectureColumn}', "
                    + $"the header is '{Shortened(string.Join(',', header))}'; "
                    + $"rename the column of architectures to {ArchitectureColumn}"
            );
        }

        var columns = Enumerable
            .Range(0, header.Length)
            .Where(i => i != architectures && header[i] != IndexColumn)
            .ToArray();
        if (columns.Length == 0)
        {
            throw new UserError(
                $"{path}, line 1: no column of scores beside '{ArchitectureColumn}'; add one for each proxy"
            );
        }

        if (header.GroupBy(name => name).FirstOrDefault(group => group.Count() > 1) is { Key: var twice })
        {
            throw new UserError($"{path}, line 1: there are two columns '{twice}'; rename or remove one");
        }

        var scores = columns.Select(_ => new Dictionary<string, Score>(StringComparer.Ordinal)).ToArray();
        var lines = new Dictionary<string, long>(StringComparer.Ordinal);
        while (csv.Read())
        {
            if (csv.FieldCount != header.Length)
            {
                throw new UserError(
                    $"{path}, line {csv.LineNumber}: {csv.FieldCount} fields where the header has "
                        + $"{header.Length}; the row is damaged or the file cut off"
                );
            }

            var text = Architecture(csv.GetString(architectures), path, csv.LineNumber, space);
            if (!lines.TryAdd(text, csv.LineNumber))
            {
                throw new UserError(
                    $"{path}, line {csv.LineNumber}: architecture '{text}' is on line {lines[text]} already; "
                        + "remove one of the two"
                );
            }

            for (var i = 0; i < columns.Length; i++)
            {
                if (csv.GetString(columns[i]) is { Length: > 0 } field)
                {
                    scores[i].Add(text, Parse(field, header[columns[i]], path, csv.LineNumber));
                }
            }
        }

        if (lines.Count == 0)
        {
            throw new UserError($"{path} holds a header and no rows; fetch it again");
        }

        return columns.Select(
            (column, i) => new PublishedColumn(header[column], scores[i], MeanSeconds: null)
        );
    }

    private static string Architecture(string text, string path, long line, ISearchSpace space)
    {
        try
        {
            return space.Parse(text).Text;
        }
        catch (UserError fault)
        {
            throw new UserError($"{path}, line {line}: {fault.Message}", fault);
        }
    }

    private static Score Parse(string field, string column, string path, long line) =>
        field.Trim().ToLowerInvariant() switch
        {
            "nan" => Score.Undefined("the result is not a number"),
            "inf" or "+inf" or "infinity" => Score.Undefined("the result is infinite"),
            "-inf" or "-infinity" => Score.Undefined("the result is minus infinity"),
            var text
                when double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) =>
                PublishedScores.Value(value),
            _ => throw new UserError(
                $"{path}, line {line}: {column} is '{Shortened(field)}', "
                    + $"but a score is a number or an empty field; remove the column if it holds no scores"
            ),
        };

    private static string Shortened(string text) => text.Length > 60 ? text[..60] + "…" : text;
}
