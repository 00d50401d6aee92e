using System.Globalization;
using MathNet.Numerics.Statistics;
using ZcBench.Benchmarks;
using ZcBench.Reports.Tables;
using ZcBench.Search.Results;
using ZcBench.Supernets.Searches;

namespace ZcBench.Supernets.Results;

/// <summary>
/// The table of a paper: what each search chose by itself, what an oracle would have chosen among its
/// candidates, and what it cost; printed results below, marked as such.
/// </summary>
internal static class SupernetTable
{
    /// <summary>One row for each method, mean over seeds.</summary>
    public static ReportTable Of(SupernetResults results)
    {
        var test = results.Test;
        var published = PublishedSearches
            .Of(results.Request.Table.Description.Space)
            .Where(item => test.Targets.Any(target => item.Accuracies.ContainsKey(target.Dataset)))
            .ToList();
        return new(
            "supernets",
            Caption(results)
                + (
                    published.Count > 0
                        ? $" Printed rows are copied from "
                            + $"{string.Join("; ", published.Select(item => item.Source).Distinct())}."
                        : ""
                ),
            [
                new("search", IsNumber: false),
                .. test.Targets.Select(target => new ReportColumn(target.ToString())),
                new("rank"),
                new("oracle"),
                new("queries"),
                new("passes"),
                new("forwards"),
                new("seconds"),
                new("source", IsNumber: false),
            ],
            [
                .. results.ByMethod.Select(item => Row(results, item.Search, item.Outcomes)),
                .. results.Beside.Select(item => Bought(results, item)),
                .. published.Select(item => Printed(results, item)),
            ]
        );
    }

    private static IReadOnlyList<string> Row(
        SupernetResults results,
        string search,
        IReadOnlyList<SupernetOutcome> outcomes
    )
    {
        var test = results.Test;
        int[] chosen = [.. outcomes.Select(outcome => results.Row(outcome.Chosen)).OfType<int>()];
        var oracles = outcomes
            .Where(outcome => outcome.Candidates.Count > 1)
            .Select(results.OracleRow)
            .OfType<int>()
            .ToList();
        return
        [
            search,
            .. test.Targets.Select(
                (metric, target) => Spread([.. chosen.Select(row => test.Value(target, row))], metric.Measure)
            ),
            chosen.Length == 0
                ? PrintedCells.None
                : PrintedCells.Whole(chosen.Average(row => test.Rank(0, row))),
            Spread([.. oracles.Select(row => test.Value(0, row))], test.Targets[0].Measure),
            oracles.Count == 0
                ? "0"
                : PrintedCells.Whole(outcomes.Average(outcome => outcome.Candidates.Count)),
            PrintedCells.Whole(outcomes.Average(outcome => outcome.Cost.Passes)),
            PrintedCells.Whole(outcomes.Average(outcome => outcome.Cost.Forwards)),
            PrintedCells.Whole(outcomes.Average(outcome => outcome.Cost.Seconds)),
            "measured here",
        ];
    }

    private static IReadOnlyList<string> Bought(SupernetResults results, MeasuredSearch item) =>
        [
            item.Method,
            .. results.Test.Targets.Select(target =>
                item.Test.GetValueOrDefault(target.ToString()) is { Mean: { } mean } found
                    ? PrintedCells.Spread(mean, found.Deviation, target.Measure)
                    : PrintedCells.None
            ),
            PrintedCells.None,
            PrintedCells.None,
            PrintedCells.Whole(item.Queries),
            PrintedCells.None,
            PrintedCells.None,
            PrintedCells.Whole(item.Seconds),
            "bought from the table",
        ];

    private static IReadOnlyList<string> Printed(SupernetResults results, PublishedSearch item) =>
        [
            item.Method,
            .. results.Test.Targets.Select(target =>
                item.Accuracies.TryGetValue(target.Dataset, out var printed)
                    ? PrintedCells.Spread(printed.Percent, printed.Deviation, target.Measure)
                    : PrintedCells.None
            ),
            PrintedCells.None,
            PrintedCells.None,
            PrintedCells.None,
            PrintedCells.None,
            PrintedCells.None,
            item.Seconds is { } seconds ? PrintedCells.Whole(seconds) : PrintedCells.None,
            "printed",
        ];

    private static string Caption(SupernetResults results)
    {
        var (request, settings) = (results.Request, results.Request.Settings);
        var seeds =
            request.Seeds == 1
                ? string.Create(CultureInfo.InvariantCulture, $"one search, seed {request.Seed}")
                : string.Create(
                    CultureInfo.InvariantCulture,
                    $"mean ± sample standard deviation over {request.Seeds} searches, "
                        + $"seeds {request.Seed} to {request.Seed + request.Seeds - 1}"
                );
        var bought =
            results.Beside.Count == 0
                ? ""
                : "Rows bought from the table queried its validation accuracies; their seconds are those of "
                    + "training, as the table states them, and of scoring. ";
        var oracle = results.Validation is { } target
            ? $"Oracle: {results.Test.Targets[0]} of the candidate that is best by {target}, "
                + "which takes as many queries of the benchmark as there are candidates. "
            : "";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"Test accuracy in percent of the cell that each search on shared weights chose by itself, "
                + $"without a query of the benchmark, {seeds}; "
                + $"rank among {request.Table.Architectures.Count} by {results.Test.Targets[0]}. "
                + $"{oracle}{bought}Shared network: {settings.Channels} channels, "
                + $"{settings.Cells} cells a stage, {settings.Epochs} epochs of minibatches "
                + $"of {settings.Batch}, {request.ImageCount ?? request.Images.Count} images "
                + $"of {request.Images.Title} in two halves, batch norm by the batch. Published settings, "
                + $"shortened where these differ. Passes are forward and backward of one minibatch, "
                + $"forwards those without a backward pass; seconds are wall time, "
                + $"{request.Workers} searches at a time. 'dependency' is our reading of an abstract. Table: "
                + $"{request.Table.Description.Title}. Accuracies: {request.Table.Description.Provenance}."
        );
    }

    private static string Spread(double[] values, TaskMetric metric) =>
        PrintedCells.Spread(
            values.Length > 0 ? values.Average() : null,
            values.Length > 1 ? values.StandardDeviation() : null,
            metric
        );
}
