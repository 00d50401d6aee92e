using ZcBench.Search.Results;

namespace ZcBench.Search.Tests;

public sealed class ResultTests
{
    private static readonly SearchResults Results = SmallBench
        .Open(
            SmallBench.Table(60, i => 10 + i * 37 % 80, i => 30 + i),
            "random,proxy:nwot@20,evolution",
            12,
            new FormulaScores((_, i) => 1 + i * 13 % 50, 60),
            repeats: 6
        )
        .Run(2, stop: SmallBench.Stop);

    [Fact]
    public void The_deviation_is_that_of_a_sample()
    {
        var test = new TestAccuracies(Results);
        double[] chosen =
        [
            .. Results.Methods[0].Outcomes.Select(outcome => test.Value(0, outcome.Chosen!.Value)),
        ];
        var (mean, deviation) = MethodSummary.Of(Results, test)[0].Test[0];
        Assert.Equal(chosen.Sum() / 6, mean!.Value, 10);
        Assert.Equal(
            Math.Sqrt(chosen.Sum(value => Math.Pow(value - mean.Value, 2)) / 5),
            deviation!.Value,
            10
        );
    }

    [Fact]
    public void Searches_are_judged_after_the_longest_training_the_searched_dataset_first()
    {
        var test = new TestAccuracies(Results);
        Assert.Equal(
            ["cifar10 test@200", "cifar100 test@200"],
            test.Targets.Select(target => target.ToString())
        );
        Assert.Equal("cifar10 val@12", Results.Seen.ToString());
    }

    [Fact]
    public void The_table_marks_what_is_printed_elsewhere()
    {
        var table = SearchTable.Of(Results, new(Results), "Scores: by a formula.");
        Assert.Equal(
            ["random", "proxy:nwot@20", "evolution", "(best of the table)"],
            table.Rows.Take(4).Select(row => row[0])
        );
        var hnas = Assert.Single(table.Rows, row => row[0] == "HNAS");
        Assert.Equal(["HNAS", "94.04 ± 0.21", "71.75 ± 1.04", "–", "–", "–", "3,010", "printed"], hnas);
        Assert.Equal("93.70 ± 0.36", table.Rows.Single(row => row[0] == "Random search")[1]);
        Assert.Contains("sample standard deviation over 6 repeats", table.Caption, StringComparison.Ordinal);
    }

    [Fact]
    public void The_median_of_the_best_so_far_never_falls()
    {
        var figure = AnytimeFigure.Of(Results, new(Results), "");
        var rows = figure
            .Csv.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Skip(1)
            .Where(line => line.Contains("val@12", StringComparison.Ordinal))
            .Select(Fields)
            .GroupBy(row => row.Method);
        Assert.Equal(["random", "evolution"], rows.Select(group => group.Key));
        Assert.All(
            rows,
            group => Assert.Equal(group.Select(row => row.Median).Order(), group.Select(row => row.Median))
        );
    }

    [Fact]
    public void A_method_that_trains_nothing_is_a_point_of_the_test_panel_alone()
    {
        var csv = AnytimeFigure.Of(Results, new(Results), "").Csv.Split('\n');
        Assert.Single(csv, line => line.Contains("proxy:nwot@20", StringComparison.Ordinal));
        Assert.Single(
            csv,
            line =>
                line.Contains("test@200: test, of the same architecture\",proxy", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void A_search_that_trained_nothing_chose_nothing()
    {
        // Scores of 60 take 120 s.
        var results = SmallBench
            .Open(
                SmallBench.Table(60, i => 10 + i, i => 30),
                "hnas:snip,random",
                12,
                new FormulaScores((_, i) => 1 + i * 13 % 50, 60),
                repeats: 2,
                seconds: 100
            )
            .Run(1, stop: SmallBench.Stop);
        var test = new TestAccuracies(results);
        Assert.All(results.Methods[0].Outcomes, outcome => Assert.Null(outcome.Chosen));
        Assert.Equal([0, 2], MethodSummary.Of(results, test).Select(item => item.Chose));
        var table = SearchTable.Of(results, test, "");
        Assert.Equal(["hnas:snip", "–", "–", "0", "0", "100", "100", "measured here"], table.Rows[0]);
        Assert.Contains(
            "accuracies are over the others: hnas:snip 0 of 2.",
            table.Caption,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("hnas", AnytimeFigure.Of(results, test, "").Csv, StringComparison.Ordinal);
        Assert.Null(
            SearchJson.Of(results, SearchQuality.Of(results, test), "")["methods"]![0]!["repeats"]![0]![
                "chosen"
            ]
        );
    }

    private static (string Method, double Median) Fields(string line)
    {
        var fields = line[(line.LastIndexOf('"') + 1)..].Split(',');
        return (fields[1], double.Parse(fields[4], System.Globalization.CultureInfo.InvariantCulture));
    }
}
