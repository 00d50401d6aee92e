using System.Text.Json;

namespace ZcBench.Cli.Tests;

/// <summary>What a report shows, and scores from elsewhere in it.</summary>
public sealed class ReportChoiceTests : IDisposable
{
    private static readonly string[] Stats = ["stats", "r", "--resamples", "40", "--json"];
    private readonly string _folder = Directory.CreateTempSubdirectory("choice").FullName;

    public ReportChoiceTests() =>
        Ok(
            "run",
            "--sample",
            "24",
            "--batch",
            "4",
            "--proxies",
            "params,flops,wot",
            "--out",
            "r",
            "--no-report"
        );

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("best", new[] { "flops", "tpc", "wot" })]
    [InlineData("none", new[] { "flops", "wot" })]
    public void The_proxies_asked_for_are_shown_and_the_baselines_asked_for(
        string baselines,
        string[] expected
    )
    {
        var shown = Shown(Ok([.. Stats, "--proxies", "wot,flops", "--baselines", baselines]));
        Assert.Equal(expected, shown.Order());
    }

    [Fact]
    public void Scores_from_elsewhere_stand_in_the_ranking_the_figures_and_the_paired_tests()
    {
        Mine("mine:lower", row => -row);
        Ok(
            "report",
            "r",
            "--with",
            "mine.csv",
            "--proxies",
            "wot,mine",
            "--out",
            "p",
            "--figure-width",
            "column"
        );
        var ranked = File.ReadAllLines(Path.Combine(_folder, "p", "tables", "ranked_common.csv"));
        Assert.Equal(
            ["mine", "tpc", "wot"],
            ranked.Skip(1).Select(line => line.Split(',')[1]).Where(id => id[0] != '(').Order()
        );
        foreach (
            var file in new[]
            {
                "tables/paired.csv",
                "tables/redundancy.csv",
                "figures/correlation_common.csv",
            }
        )
        {
            Assert.Contains(
                "mine",
                File.ReadAllText(Path.Combine(_folder, "p", file)),
                StringComparison.Ordinal
            );
        }
    }

    [Fact]
    public void Targets_are_chosen_and_the_first_comes_first()
    {
        Ok("report", "r", "--targets", "cifar100,cifar10", "--out", "p");
        Assert.StartsWith(
            "proxy,labels,cifar100 test@200: ρ",
            File.ReadAllText(Path.Combine(_folder, "p", "tables", "datasets.csv")),
            StringComparison.Ordinal
        );
        using var json = JsonDocument.Parse(Ok([.. Stats, "--targets", "ImageNet16-120"]));
        Assert.Equal(
            "ImageNet16-120 test@200",
            json.RootElement.GetProperty("setting").GetProperty("target").GetString()
        );
    }

    [Fact]
    public void What_cannot_be_shown_is_one_sentence()
    {
        Mine("mine", row => row);
        Refused(
            "does not say which end of 'mine' is good; write its heading as 'mine:higher'",
            "--with",
            "mine.csv"
        );
        Refused("r lacks the scores of snip; it has ", "--proxies", "snip");
        Refused("did you mean 'synflow'", "--proxies", "synflo");
        Refused("--proxies names none", "--proxies", ",");
        Refused("--baselines 'some' is unknown; use none, best or all", "--baselines", "some");
        Refused("target 'cifar10:tst' is malformed", "--targets", "cifar10:tst");
        Refused("has no test accuracies for svhn", "--targets", "svhn");
        File.WriteAllText(Path.Combine(_folder, "mine.csv"), "architecture,mine:lower\nin:0,1\n");
        Refused("mine.csv, line 2: ", "--with", "mine.csv");
        var (code, _, error) = Zcbench.Run(_folder, "report", "r", "--out", "p", "--figure-width", "0in");
        Assert.Equal(
            (2, true),
            (code, error.Contains("--figure-width '0in' is 0 inches", StringComparison.Ordinal))
        );
    }

    // The first 200 rows of the embedded table, by number.
    private void Mine(string heading, Func<int, double> score) =>
        File.WriteAllText(
            Path.Combine(_folder, "mine.csv"),
            $"index,{heading}\n"
                + string.Concat(Enumerable.Range(0, 200).Select(row => $"{row},{score(row)}\n"))
        );

    private static IEnumerable<string> Shown(string json) =>
        JsonDocument
            .Parse(json)
            .RootElement.GetProperty("populations")[0]
            .GetProperty("proxies")
            .EnumerateArray()
            .Select(proxy => proxy.GetProperty("id").GetString()!);

    private string Ok(params string[] command)
    {
        var (code, output, error) = Zcbench.Run(_folder, command);
        Assert.True(code == 0, error);
        return output;
    }

    private void Refused(string message, params string[] options)
    {
        var (code, output, error) = Zcbench.Run(_folder, [.. Stats, .. options]);
        Assert.Contains(message, error, StringComparison.Ordinal);
        Assert.Equal(2, code);
        Assert.Empty(output);
    }
}
