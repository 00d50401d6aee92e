using ZcBench.Benchmarks;
using ZcBench.Benchmarks.Tables;
using ZcBench.Reports.Analysis;
using ZcBench.Reports.Figures;
using ZcBench.Reports.Files;
using ZcBench.Reports.Populations;
using ZcBench.Reports.Runs;
using ZcBench.Reports.Tables;
using ZcBench.Scores;
using ZcBench.Scores.Published;
using ZcBench.Statistics.Resampling;

namespace ZcBench.Reports.Tests.Runs;

public sealed class ElsewhereTests
{
    private static readonly ScoredRun Run = TestRun.Of(TestRun.Noisy("wot", 8, seed: 1));

    [Fact]
    public void A_column_from_elsewhere_is_ranked_like_ours_in_every_table()
    {
        var joined = Run.With(
            [File("mine.csv", Column("mine", Direction.LowerIsBetter, row => -row))],
            _ => null
        );
        var analysis = RunAnalysis.Of([joined], [], new Bootstrap(100));
        var mine = analysis.Populations[0].Proxies.Single(proxy => proxy.Id == "mine");
        var rising = Run.With(
            [File("same.csv", Column("mine", Direction.HigherIsBetter, row => row))],
            _ => null
        );
        Assert.Equal(
            RunAnalysis
                .Of([rising], [], new Bootstrap(100))
                .Populations[0]
                .Proxies.Single(proxy => proxy.Id == "mine")
                .Rho,
            mine.Rho
        );
        Assert.Equal(analysis.Populations[0].Baseline, mine.Gain!.Baseline);
        Assert.Contains("mine", analysis.Redundancy.Ids);
        Assert.All(
            TableCatalogue
                .Of(analysis)
                .Where(table => table.Id.StartsWith("ranked", StringComparison.Ordinal)),
            table =>
            {
                var row = table.Rows.Single(cells => cells.Contains("mine"));
                Assert.Equal(("–", "–"), (row[2], row[^1]));
            }
        );
    }

    [Theory]
    [InlineData("/../../escaped", "scatter_-2f..-2f..-2fescaped")]
    [InlineData("my 50%", "scatter_my-2050-25")]
    [InlineData("wot@20", "scatter_wot@20")]
    public void A_figure_has_a_name_that_a_file_and_a_label_can_have(string name, string figure)
    {
        var joined = Run.With(
            [File("mine.csv", Column(name, Direction.HigherIsBetter, row => row))],
            _ => null
        );
        var subject = ReportSubject.Of([joined], [], new Bootstrap(10));
        Assert.Contains(figure, FigureCatalogue.Of(subject).Select(item => item.Id));
    }

    [Fact]
    public void Only_architectures_that_the_file_lists_too_are_compared_and_the_caption_says_so()
    {
        var file = File(
            "mine.csv",
            Column("mine", Direction.HigherIsBetter, row => row, row => row % 2 == 0)
        );
        var joined = Run.With([file], _ => null);
        Assert.Equal(Run.Architectures.Where((_, row) => row % 2 == 0), joined.Architectures);
        Assert.Equal(Run.Accuracies.Where((_, row) => row % 2 == 0), joined.Accuracies);
        Assert.Equal(Run.Column("wot")!.Scores.Where((_, row) => row % 2 == 0), joined.Column("wot")!.Scores);
        Assert.Equal(
            ("common", "the 128 architectures of the run that mine.csv lists too"),
            (Population.Everything(joined).Id, Population.Everything(joined).Title)
        );
    }

    [Fact]
    public void A_listed_architecture_without_a_score_is_undefined_and_ranks_worst()
    {
        var file = File(
            "mine.csv",
            Column("mine", Direction.HigherIsBetter, row => row, row => row > 0),
            Column("other", Direction.HigherIsBetter, row => row)
        );
        var scores = Run.With([file], _ => null).Column("mine")!;
        Assert.Equal("mine.csv has no score", scores.Scores[0].Reason);
        Assert.Equal(double.NegativeInfinity, scores.Oriented()[0]);
        Assert.Equal(1, scores.Undefined);
    }

    [Fact]
    public void A_name_that_is_taken_gets_the_name_of_the_file()
    {
        var joined = Run.With(
            [File("paper.csv", Column("wot", Direction.HigherIsBetter, row => row))],
            _ => null
        );
        Assert.Equal(0, joined.Column("paper.wot")!.Scores[0].Value);
        Assert.Equal(Run.Column("wot")!.Scores, joined.Column("wot")!.Scores);
    }

    [Fact]
    public void A_direction_is_stated_or_known_or_the_file_is_refused()
    {
        var file = File("mine.csv", Column("loss", direction: null, row => row));
        Assert.Contains(
            "does not say which end of 'loss' is good; write its heading as 'loss:higher' or 'loss:lower'",
            Assert.Throws<UserError>(() => Run.With([file], _ => null)).Message,
            StringComparison.Ordinal
        );
        Assert.Equal(
            Direction.LowerIsBetter,
            Run.With([file], _ => Direction.LowerIsBetter).Column("loss")!.Proxy.Direction
        );
    }

    [Fact]
    public void A_file_of_other_architectures_is_refused()
    {
        var file = File("mine.csv", Column("mine", Direction.HigherIsBetter, row => row, row => row == 3));
        Assert.Contains(
            "scores 1 architecture of the run, too few to rank",
            Assert.Throws<UserError>(() => Run.With([file], _ => null)).Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Baselines_are_the_best_or_none_or_all()
    {
        var run = TestRun.Of(TestRun.Noisy("wot", 8, seed: 1));
        var asked = run.Manifest with { Proxies = ["wot"] };
        var alone = ScoredRun.Of(
            asked,
            run.Table,
            [.. run.Whole().Columns.Where(column => !column.IsAggregate)]
        );
        Assert.Equal(["counting", "wot"], Ids(BaselineChoice.Best));
        Assert.Equal(["wot"], Ids(BaselineChoice.None));
        Assert.Equal(1 + TestRun.Counts.Length + 1, Ids(BaselineChoice.All).Count);

        List<string> Ids(BaselineChoice choice) =>
            [
                .. PopulationReport
                    .Of(alone.Showing(choice), Population.Everything(alone), new Bootstrap(40))
                    .Proxies.Select(proxy => proxy.Id),
            ];
    }

    [Fact]
    public void Runs_of_different_protocols_are_said_to_differ_in_tables_and_figures()
    {
        var table = KnownTables.Open(KnownTables.Default);
        var other = TestRun.Of(
            table,
            "cifar100",
            protocol: new(3, "cifar100", "texture", 64, "published", "float32", "cpu"),
            more: TestRun.Noisy("wot", 8, seed: 1)
        );
        var subject = ReportSubject.Of(
            [Run, other],
            [],
            new Bootstrap(40),
            [Run.Manifest.Target, other.Manifest.Target]
        );
        const string Said =
            "Protocols differ: cifar10 test@200: scored with seed 0, batch 16, input noise; "
            + "cifar100 test@200: scored with seed 3, batch 64, input texture.";
        var datasets = Assert.Single(DatasetsTable.Of(subject));
        Assert.Contains(Said, datasets.Caption, StringComparison.Ordinal);
        Assert.All(
            new CorrelationFigure().Of(subject),
            figure => Assert.Contains(Said, figure.Caption, StringComparison.Ordinal)
        );
        Assert.Contains(Said, ProtocolText.Of(subject), StringComparison.Ordinal);
        Assert.Contains(
            "\\multicolumn{2}{c}{cifar100 test@200}",
            Latex.Table(datasets),
            StringComparison.Ordinal
        );
        var (first, second) = (
            subject.Targets[0].Populations[0].Proxies.Single(proxy => proxy.Id == "wot"),
            subject.Targets[1].Populations[0].Proxies.Single(proxy => proxy.Id == "wot")
        );
        var row = datasets.Rows.Single(cells => cells[0] == "wot");
        Assert.Equal(
            (NumberText.Number(first.Rho.Point), NumberText.Number(second.Tau.Point)),
            (row[2], row[8])
        );
    }

    private static PublishedScores File(string name, params PublishedColumn[] columns) =>
        new(name, "00", columns);

    private static PublishedColumn Column(
        string id,
        Direction? direction,
        Func<int, double> score,
        Func<int, bool>? isListed = null
    ) =>
        new(
            id,
            Run.Architectures.Index()
                .Where(item => isListed?.Invoke(item.Index) != false)
                .ToDictionary(
                    item => item.Item.Text,
                    item => Score.Of(score(item.Index)),
                    StringComparer.Ordinal
                ),
            null,
            direction
        );
}
