using System.Globalization;
using ZcBench.Reports.Tables;
using ZcBench.Search.Results;
using ZcBench.Supernets.Searches;

namespace ZcBench.Supernets.Results;

/// <summary>
/// What searches showed of themselves, as tables: splits, contributions, motifs, chosen cells.
/// </summary>
internal static class ReadingTables
{
    /// <summary>Those for which there are readings.</summary>
    public static IReadOnlyList<ReportTable> Of(SupernetResults results) =>
        [
            .. new[] { Chosen(results), Splits(results), Contributions(results), Motifs(results) }.Where(
                table => table.Rows.Count > 0
            ),
        ];

    private static ReportTable Chosen(SupernetResults results) =>
        new(
            "chosen",
            "The cell that each search chose, and its test accuracies in percent.",
            [
                new("search", IsNumber: false),
                new("seed"),
                new("cell", IsNumber: false),
                .. results.Test.Targets.Select(target => new ReportColumn(target.ToString())),
                new("rank"),
            ],
            [
                .. results.Outcomes.Select(outcome =>
                    (IReadOnlyList<string>)
                        [
                            outcome.Search,
                            Text($"{outcome.Seed}"),
                            outcome.Chosen,
                            .. results.Test.Targets.Select(
                                (_, target) =>
                                    results.Row(outcome.Chosen) is { } row
                                        ? PrintedCells.Value(
                                            results.Test.Value(target, row),
                                            results.Test.Targets[target].Measure
                                        )
                                        : "–"
                            ),
                            results.Row(outcome.Chosen) is { } place
                                ? Text($"{results.Test.Rank(0, place)}")
                                : "–",
                        ]
                ),
            ]
        );

    private static ReportTable Splits(SupernetResults results) =>
        new(
            "splits",
            "Splits of the shared network: each digit of a part's name is one split, 0 the half first named. "
                + "Gain is the sum of gradient distances between both halves; 0 for splits at random.",
            Headings("search", "seed", "epoch", "part", "edge", "operations that remain", "gain"),
            [
                .. Of(results, ReadingKind.Split)
                    .Select(item =>
                        Row(
                            item,
                            item.Reading.Part,
                            item.Reading.Row,
                            item.Reading.Column,
                            Number(item.Reading.Value)
                        )
                    ),
            ]
        );

    private static ReportTable Contributions(SupernetResults results)
    {
        var means = Of(results, ReadingKind.Contribution).ToList();
        var spreads = Of(results, ReadingKind.Spread)
            .ToDictionary(item => Key(item), item => item.Reading.Value);
        return new(
            "contributions",
            "Shapley values of operations in the last update: mean and standard deviation, "
                + "over permutations, of the validation accuracy in percent that an operation's removal "
                + "takes.",
            Headings("search", "seed", "epoch", "edge", "operation", "mean", "deviation"),
            [
                .. means
                    .Where(item =>
                        item.Reading.Epoch
                        == means
                            .Where(other =>
                                other.Outcome.Search == item.Outcome.Search
                                && other.Outcome.Seed == item.Outcome.Seed
                            )
                            .Max(other => other.Reading.Epoch)
                    )
                    .Select(item =>
                        Row(
                            item,
                            item.Reading.Row,
                            item.Reading.Column,
                            Number(item.Reading.Value),
                            Number(spreads[Key(item)])
                        )
                    ),
            ]
        );
    }

    private static ReportTable Motifs(SupernetResults results)
    {
        // What the control reaches by chance.
        var chance = Of(results, ReadingKind.Motif)
            .Where(item => item.Outcome.Search.EndsWith(":shuffled", StringComparison.Ordinal))
            .Select(item => item.Reading.Value)
            .DefaultIfEmpty(double.NaN)
            .Max();
        return new(
            "motifs",
            "Pairs of operations that sampled cells take together more often than alone: "
                + "lift is the share of cells with both, less the product of both shares. "
                + "The control learned from shuffled labels; a "
                + (
                    double.IsNaN(chance)
                        ? "lift without it shows nothing."
                        : $"lift up to its largest, {Number(chance)}, shows nothing."
                ),
            Headings("search", "seed", "epoch", "first", "second", "lift", "above the control"),
            [
                .. Of(results, ReadingKind.Motif)
                    .Select(item =>
                        Row(
                            item,
                            item.Reading.Row,
                            item.Reading.Column,
                            Number(item.Reading.Value),
                            double.IsNaN(chance) ? "not run"
                                : item.Reading.Value > chance ? "yes"
                                : "no"
                        )
                    ),
            ]
        );
    }

    private static IEnumerable<(SupernetOutcome Outcome, Reading Reading)> Of(
        SupernetResults results,
        string kind
    ) =>
        results.Outcomes.SelectMany(outcome =>
            outcome.Readings.Where(reading => reading.Kind == kind).Select(reading => (outcome, reading))
        );

    private static (string, long, int, string, string) Key((SupernetOutcome Outcome, Reading Reading) item) =>
        (item.Outcome.Search, item.Outcome.Seed, item.Reading.Epoch, item.Reading.Row, item.Reading.Column);

    private static IReadOnlyList<string> Row(
        (SupernetOutcome Outcome, Reading Reading) item,
        params string[] cells
    ) => [item.Outcome.Search, Text($"{item.Outcome.Seed}"), Text($"{item.Reading.Epoch}"), .. cells];

    private static IReadOnlyList<ReportColumn> Headings(params string[] headings) =>
        [
            .. headings.Select(heading => new ReportColumn(
                heading,
                IsNumber: heading is "seed" or "epoch" or "gain" or "mean" or "deviation" or "lift"
            )),
        ];

    private static string Number(double value) => Text($"{value:0.000}");

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
