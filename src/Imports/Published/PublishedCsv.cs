using System.Globalization;
using ZcBench.Benchmarks;
using ZcBench.Benchmarks.Tables;
using ZcBench.Scores;
using ZcBench.Scores.Published;

namespace ZcBench.Imports.Published;

/// <summary>
/// Published scores as CSV: a column "architecture", or "index" with the benchmark's own numbers, one for
/// each proxy, an empty field where there is no score. A heading may say which end is good: "mine:lower".
/// </summary>
internal static class PublishedCsv
{
    private const string IndexColumn = "index";
    private const string Higher = ":higher",
        Lower = ":lower";

    // Of CSV of NAS-Bench-Suite-Zero's own: the architectures, which are NASLib's keys, their numbers, their
    // accuracies, by which such a file is known, and the seconds of each score.
    private const string SuiteColumn = "arch",
        SuiteIndex = "idx",
        SuiteAccuracy = "val_accuracy",
        Seconds = "time_";

    public static IEnumerable<PublishedColumn> Read(
        byte[] content,
        string path,
        ISearchSpace space,
        Func<long, Architecture?>? byIndex
    )
    {
        CsvText.Check(content, path);
        return ArchitectureRows.Read(content, path, rows => Columns(rows, path, space, byIndex));
    }

    private static IEnumerable<PublishedColumn> Columns(
        ArchitectureRows rows,
        string path,
        ISearchSpace space,
        Func<long, Architecture?>? byIndex
    )
    {
        var header = rows.Header;
        CsvText.RequireNames(header, path);
        var isSuite = header.Contains(SuiteAccuracy, StringComparer.Ordinal);
        var architectures = Array.IndexOf(header, isSuite ? SuiteColumn : ColumnName.Architecture);
        architectures = architectures < 0 ? Array.IndexOf(header, ColumnName.Architecture) : architectures;
        var isNumbered = architectures < 0 && byIndex is not null && header.Contains(IndexColumn);
        architectures = isNumbered ? Array.IndexOf(header, IndexColumn) : architectures;
        if (architectures < 0)
        {
            throw new UserError(
                $"{path}, line 1: there is no column '{ColumnName.Architecture}', "
                    + $"the header is '{Shortened(string.Join(',', header))}'; "
                    + $"rename the column of architectures to {ColumnName.Architecture}"
            );
        }

        var columns = Enumerable
            .Range(0, header.Length)
            .Where(i => i != architectures && !IsOther(header[i], isSuite))
            .ToArray();
        if (columns.Length == 0)
        {
            throw new UserError(
                $"{path}, line 1: no column of scores beside '{ColumnName.Architecture}'; "
                    + "add one for each proxy"
            );
        }

        if (header.GroupBy(Name).FirstOrDefault(group => group.Count() > 1) is { Key: var twice })
        {
            throw new UserError($"{path}, line 1: there are two columns '{twice}'; rename or remove one");
        }

        var scores = columns.Select(_ => new Dictionary<string, Score>(StringComparer.Ordinal)).ToArray();
        while (
            (
                isNumbered
                    ? rows.Next(field => Numbered(field, byIndex!, path, rows.Line), architectures)
                    : rows.Next(space, [ColumnName.Architecture], [architectures])
            )
                is { } architecture
        )
        {
            for (var i = 0; i < columns.Length; i++)
            {
                if (rows[columns[i]] is { Length: > 0 } field)
                {
                    scores[i].Add(architecture.Text, Parse(field, header[columns[i]], path, rows.Line));
                }
            }
        }

        rows.RequireSome();
        return columns.Select(
            (column, i) =>
                new PublishedColumn(
                    Name(header[column]),
                    scores[i],
                    MeanSeconds: null,
                    DirectionOf(header[column], isSuite)
                )
        );
    }

    private static string Name(string heading) =>
        heading.EndsWith(Higher, StringComparison.OrdinalIgnoreCase) ? heading[..^Higher.Length]
        : heading.EndsWith(Lower, StringComparison.OrdinalIgnoreCase) ? heading[..^Lower.Length]
        : heading;

    // What the heading says. Scores of the known suites have the sign that makes higher better.
    private static Direction? DirectionOf(string heading, bool isSuite) =>
        heading.EndsWith(Lower, StringComparison.OrdinalIgnoreCase) ? Direction.LowerIsBetter
        : heading.EndsWith(Higher, StringComparison.OrdinalIgnoreCase)
        || isSuite
        || PublishedSource.Bare(heading) is not null
            ? Direction.HigherIsBetter
        : null;

    private static Architecture Numbered(
        string field,
        Func<long, Architecture?> byIndex,
        string path,
        long line
    ) =>
        (
            long.TryParse(field, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                ? byIndex(number)
                : null
        )
        ?? throw new UserError(
            $"{path}, line {line}: {IndexColumn} '{Shortened(field)}' is not one of the run's table; "
                + $"name architectures by their text in a column '{ColumnName.Architecture}'"
        );

    private static bool IsOther(string name, bool isSuite) =>
        name == IndexColumn
        || (
            isSuite
            && (name is SuiteAccuracy or SuiteIndex || name.StartsWith(Seconds, StringComparison.Ordinal))
        );

    private static Score Parse(string field, string column, string path, long line) =>
        field.Trim().ToLowerInvariant() switch
        {
            "inf" or "+inf" => PublishedScore.Of(double.PositiveInfinity),
            "-inf" => PublishedScore.Of(double.NegativeInfinity),
            var text
                when double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) =>
                PublishedScore.Of(value),
            _ => throw new UserError(
                $"{path}, line {line}: {column} is '{Shortened(field)}', "
                    + "but a score is a number or an empty field; remove the column if it holds no scores"
            ),
        };

    private static string Shortened(string text) => text.Length > 60 ? text[..60] + "…" : text;
}
