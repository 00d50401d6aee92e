using ZcBench.Benchmarks.Tables;
using ZcBench.Reports.Analysis;
using ZcBench.Reports.Figures;
using ZcBench.Reports.Files;
using ZcBench.Reports.Runs;
using ZcBench.Reports.Tables;
using ZcBench.Reports.Tests.Runs;
using ZcBench.Scores;
using ZcBench.Statistics.Resampling;

namespace ZcBench.Reports.Tests.Analysis;

public sealed class TrainingStatesTests
{
    private static readonly TrainingRecipe Recipe = new("images:tiny", 640, 64, Epochs: 2);

    private static readonly ScoredRun Run = Trained(
        TestRun.Noisy("early", 40, 1),
        TestRun.Noisy("early@5", 10, 1),
        TestRun.Noisy("early@20", 12, 1),
        TestRun.Noisy("late@0", 500, 3),
        TestRun.Noisy("late@1epoch", 1, 3),
        TestRun.Noisy("untrained", 5, 4)
    );

    private static readonly TrainingStates States = TrainingStates.Of(Run, new Bootstrap(200))!;

    [Fact]
    public void A_curve_has_the_states_of_one_proxy_by_steps_and_begins_with_the_networks_as_drawn()
    {
        Assert.Equal(["early", "late"], States.Curves.Select(curve => curve.Proxy));
        Assert.Equal([0, 5, 20], States.Curves[0].Points.Select(point => point.Steps));
        Assert.Equal([0, 10], States.Curves[1].Points.Select(point => point.Steps));
        Assert.Equal("early", States.Curves[0].Points[0].Column.Proxy.Id);
        Assert.Equal("late@0", States.Curves[1].Points[0].Column.Proxy.Id);
    }

    [Fact]
    public void A_proxy_has_settled_where_training_longer_is_not_shown_to_help()
    {
        Assert.Equal(5, States.Curves[0].Settled.Steps);
        Assert.Equal(10, States.Curves[1].Settled.Steps);
    }

    [Fact]
    public void Gains_are_differences_from_the_first_state()
    {
        foreach (var curve in States.Curves)
        {
            Assert.Null(curve.Points[0].Gained);
            Assert.Equal(1, curve.Points[0].FirstState.Value!.Value, 12);
            foreach (var point in curve.Points.Skip(1))
            {
                Assert.Equal(
                    point.Rho.Point.Value!.Value - curve.Points[0].Rho.Point.Value!.Value,
                    point.Gained!.Difference.Point.Value!.Value,
                    12
                );
            }
        }
    }

    [Fact]
    public void Gain_per_second_is_of_what_training_costs_beyond_the_first_state()
    {
        var (first, late) = (States.Curves[1].Points[0], States.Curves[1].Points[1]);
        var costly = late with { Column = late.Column with { MillisecondsPerArchitecture = 2001 } };
        var curve = States.Curves[1] with { Points = [first, costly] };
        var gained = late.Gained!.Difference.Point.Value!.Value;
        Assert.Equal(gained / 2, curve.GainPerSecond(costly).Value!.Value, 12);
        Assert.Null(curve.GainPerSecond(first).Value);
    }

    [Fact]
    public void Size_is_the_correlation_with_the_number_of_parameters()
    {
        var sized = TrainingStates.Of(
            Trained(TestRun.Column("size@5", Run.Baselines.Single(item => item.Proxy.Id == "params").Scores)),
            new Bootstrap(200)
        )!;
        Assert.Equal(1, sized.Curves[0].Points[0].Size.Value!.Value, 12);
        Assert.Null(sized.Curves[0].Points[0].BeyondSize.Value);
    }

    [Fact]
    public void A_run_without_training_has_no_states()
    {
        var plain = TestRun.Of(TestRun.Noisy("early", 4, 1));
        Assert.Null(TrainingStates.Of(plain, new Bootstrap(200)));
        Assert.Null(TrainingStatesFile.Text(plain));
    }

    [Fact]
    public void The_file_has_a_line_for_each_architecture_and_state()
    {
        var lines = TrainingStatesFile.Text(Run)!.TrimEnd('\n').Split('\n');
        Assert.Equal("architecture,accuracy_percent,steps,epochs,early,late", lines[0]);
        Assert.Equal(1 + 4 * Run.Architectures.Count, lines.Length);
        var score = Run.Column("late@1epoch")!.Scores[1];
        var epoch = lines.Single(line =>
            line.StartsWith(Run.Architectures[1].Text, StringComparison.Ordinal)
            && line.Contains(",10,1,", StringComparison.Ordinal)
        );
        Assert.EndsWith($",,{score}", epoch, StringComparison.Ordinal);
    }

    [Fact]
    public void Tables_and_figures_show_every_curve()
    {
        var analysis = RunAnalysis.Of([Run], [], new Bootstrap(200));
        var summary = TrainingTable.Summary(analysis)!;
        Assert.Equal(["late", "early"], summary.Rows.Select(row => row[0]));
        Assert.Contains("10 steps an epoch", summary.Caption, StringComparison.Ordinal);
        var states = TableCatalogue.Of(analysis).Single(table => table.Id == "training_states");
        Assert.Equal(5, states.Rows.Count);
        var figures = new TrainingFigure().Of(ReportSubject.Of([Run], [], new Bootstrap(200))).ToList();
        Assert.Equal(
            ["training_steps", "training_cost", "training_likeness"],
            figures.Select(figure => figure.Id)
        );
        Assert.Equal(2, figures[0].Rows.SelectMany(row => row).Count());
    }

    [Fact]
    public void The_json_has_every_state()
    {
        var json = AnalysisJson.Of(RunAnalysis.Of([Run], [], new Bootstrap(200)))["training"]!;
        Assert.Equal(Recipe.ToString(), json["recipe"]!.GetValue<string>());
        Assert.Equal(3, json["proxies"]![0]!["states"]!.AsArray().Count);
        Assert.Equal(5, json["proxies"]![0]!["settled_at_step"]!.GetValue<int>());
    }

    private static ScoredRun Trained(params IReadOnlyList<ScoreColumn> columns)
    {
        var plain = TestRun.Of(columns);
        return ScoredRun.Of(
            plain.Manifest with
            {
                Training = Recipe,
            },
            KnownTables.Open(KnownTables.Default),
            [.. plain.Baselines.Where(column => !column.IsAggregate), .. columns]
        );
    }
}
