using System.Globalization;
using ZcBench.Reports.Tables;

namespace ZcBench.Search.Results;

/// <summary>
/// The table of a paper: methods, test accuracy on every dataset, cost; printed results below, marked as
/// such.
/// </summary>
public static class SearchTable
{
    private const string Measured = "measured here";

    /// <summary>
    /// One row for each method: mean test accuracies, queries, seconds of training and scoring.
    /// </summary>
    /// <param name="results">What the searches came to.</param>
    /// <param name="test">What they are judged by.</param>
    /// <param name="scores">One sentence: where the scores come from.</param>
    public static ReportTable Of(SearchResults results, TestAccuracies test, string scores)
    {
        var published = PublishedSearches
            .Of(results.Request.Table.Description.Space)
            .Where(item => test.Targets.Any(target => item.Accuracies.ContainsKey(target.Dataset)))
            .ToList();
        var summaries = MethodSummary.Of(results, test);
        return new(
            "searches",
            Caption(results, test, scores)
                + Choices(summaries)
                + (
                    published.Count > 0
                        ? " Printed rows are copied "
                            + $"from {string.Join("; ", published.Select(item => item.Source).Distinct())}."
                        : ""
                ),
            [
                new("method", IsNumber: false),
                .. test.Targets.Select(target => new ReportColumn(target.ToString())),
                new("queries"),
                new("training s"),
                new("scoring s"),
                new("total s"),
                new("source", IsNumber: false),
            ],
            [
                .. summaries.Select(summary => Row(summary, test)),
                Best(
                    "(best of the table)",
                    test,
                    Enumerable.Range(0, results.Request.Table.Architectures.Count)
                ),
                .. results.HasSmallerPool
                    ? [Best("(best of the pool)", test, results.Pool)]
                    : Array.Empty<IReadOnlyList<string>>(),
                .. published.Select(item => Row(item, test)),
            ]
        );
    }

    private static IReadOnlyList<string> Best(
        string name,
        TestAccuracies test,
        IEnumerable<int> candidates
    ) =>
        [
            name,
            .. test.Targets.Select(
                (target, i) => PrintedCells.Value(test.Best(i, candidates), target.Measure)
            ),
            "–",
            "–",
            "–",
            "–",
            Measured,
        ];

    private static IReadOnlyList<string> Row(MethodSummary summary, TestAccuracies test) =>
        [
            summary.Call.ToString(),
            .. summary.Test.Zip(
                test.Targets,
                (item, target) => PrintedCells.Spread(item.Mean, item.Deviation, target.Measure)
            ),
            summary.Queries.ToString("0.#", CultureInfo.InvariantCulture),
            PrintedCells.Whole(summary.TrainingSeconds),
            PrintedCells.Whole(summary.ScoringSeconds),
            PrintedCells.Whole(summary.TrainingSeconds + summary.ScoringSeconds),
            Measured,
        ];

    private static IReadOnlyList<string> Row(PublishedSearch item, TestAccuracies test) =>
        [
            item.Method,
            .. test.Targets.Select(target =>
                item.Accuracies.TryGetValue(target.Dataset, out var printed)
                    ? PrintedCells.Spread(printed.Percent, printed.Deviation, target.Measure)
                    : "–"
            ),
            "–",
            "–",
            "–",
            item.Seconds is { } seconds ? PrintedCells.Whole(seconds) : "–",
            "printed",
        ];

    private static string Caption(SearchResults results, TestAccuracies test, string scores)
    {
        var (request, table) = (results.Request, results.Request.Table);
        var repeats =
            request.Repeats == 1
                ? string.Create(CultureInfo.InvariantCulture, $"one repeat, seed {request.Seed}")
                : string.Create(
                    CultureInfo.InvariantCulture,
                    $"mean ± sample standard deviation over {request.Repeats} repeats, "
                        + $"seeds {request.Seed} to {request.Seed + request.Repeats - 1}"
                );
        return string.Create(
            CultureInfo.InvariantCulture,
            $"Test {Measures(test)} of the architecture that each search chose, {repeats}; "
                + $"budget {request.Budget}. Table: {table.Description.Title}, "
                + $"{results.PoolWords}. Searched by {results.Seen.Title}, "
                + $"judged by {string.Join(", ", test.Targets)}. Seconds are means: "
                + $"training as the table states, scoring as measured. {scores} Accuracies: "
                + $"{table.Description.Provenance}."
        );
    }

    private static string Measures(TestAccuracies test) =>
        string.Join(
            " or ",
            test.Targets.Select(target => target.Measure)
                .Distinct()
                .Select(metric => metric.IsPercent ? $"{metric.Title} in percent" : metric.Title)
        );

    // Where the budget ended before a choice, a mean is one over fewer repeats.
    private static string Choices(IReadOnlyList<MethodSummary> summaries)
    {
        string[] few =
        [
            .. summaries
                .Where(item => item.Chose < item.Repeats)
                .Select(item =>
                    string.Create(CultureInfo.InvariantCulture, $"{item.Call} {item.Chose} of {item.Repeats}")
                ),
        ];
        return few.Length == 0
            ? ""
            : " Some repeats chose no architecture within the budget; "
                + $"accuracies are over the others: {string.Join(", ", few)}.";
    }
}
