using System.Globalization;
using ZcBench.Reports.Figures;
using ZcBench.Reports.Figures.Parts;
using ZcBench.Reports.Files;
using ZcBench.Reports.Tables;

namespace ZcBench.Reports.Tests.Figures;

public sealed class FigureTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("figures").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Every_figure_has_panels_data_and_a_caption_that_names_number_and_target()
    {
        var figures = FigureCatalogue.Of(Subject());
        Assert.Contains(figures, figure => figure.Id == "cost");
        Assert.All(
            figures,
            figure =>
            {
                Assert.True(
                    figure.Rows.SelectMany(row => row).Sum(panel => panel.Marks.Count) > 0,
                    figure.Id
                );
                Assert.True(Rows(figure).Count > 0, figure.Id);
                Assert.Contains("n = ", figure.Caption, StringComparison.Ordinal);
                Assert.Contains("cifar10 test@200", figure.Caption, StringComparison.Ordinal);
                Assert.NotEqual("", figure.Title);
            }
        );
        Assert.Equal(
            figures.Count,
            figures.Select(figure => figure.Id).Distinct(StringComparer.Ordinal).Count()
        );
    }

    [Fact]
    public void Every_point_and_line_of_a_figure_is_in_its_legend()
    {
        var figures = FigureCatalogue.Of(DasSubject());
        Assert.Contains(figures, figure => figure.Id == "das");
        Assert.All(
            figures,
            figure =>
                Assert.All(
                    figure.Rows.SelectMany(row => row).SelectMany(panel => panel.Marks),
                    mark =>
                    {
                        var isExplained = mark switch
                        {
                            Points points => points.Places.Count == 0
                                || figure.Legend.Any(entry =>
                                    entry.Point is { } point
                                    && (point.Shape, point.Colour) == (points.Look.Shape, points.Look.Colour)
                                ),
                            EdgeMarks marks => marks.Heights.Count == 0
                                || figure.Legend.Any(entry => entry.Point == marks.Look),
                            Line line => line.Places.Count < 2
                                || figure.Legend.Any(entry => entry.Line == line.Look),
                            Guide guide => figure.Legend.Any(entry => entry.Line == guide.Look),
                            Band band => figure.Legend.Any(entry =>
                                entry.Band == (band.Colour, band.Opacity)
                            ),
                            ShadedPoints => figure.Bar is { Map: ColourMap.Amounts }
                                && figure.Legend.Any(entry => entry.Point is not null),
                            HeatCells cells => figure.Bar is { Map: ColourMap.Correlations }
                                && figure.Legend.Any(entry => entry.IsMissing)
                                    == cells.Cells.Any(cell => cell.Value is null),
                            // Intervals have the colour of their points; bars and names explain themselves in
                            // the caption.
                            Rules rules => figure.Legend.Any(entry =>
                                entry.Point?.Colour == rules.Look.Colour
                            ),
                            Boxes or Names => true,
                            _ => false,
                        };
                        Assert.True(isExplained, $"{figure.Id}: {mark.GetType().Name}");
                    }
                )
        );
    }

    [Fact]
    public void The_same_run_gives_the_same_data()
    {
        var (first, second) = (FigureCatalogue.Of(Subject()), FigureCatalogue.Of(Subject()));
        Assert.Equal(first.Select(figure => figure.Csv), second.Select(figure => figure.Csv));
    }

    [Fact]
    public void Named_on_the_cost_figure_is_what_no_other_beats_in_both()
    {
        var figure = FigureCatalogue.Of(Subject()).Single(item => item.Id == "cost");
        var rows = Rows(figure);
        foreach (var row in rows)
        {
            var beaten = rows.Exists(other =>
                Number(other, "milliseconds") <= Number(row, "milliseconds")
                && Number(other, "rho") >= Number(row, "rho")
                && (
                    Number(other, "milliseconds") < Number(row, "milliseconds")
                    || Number(other, "rho") > Number(row, "rho")
                )
            );
            Assert.Equal(beaten ? "false" : "true", row["best"]);
        }

        var names = figure.Rows[0][0].Marks.OfType<Names>().Single().Items;
        Assert.Equal(
            rows.Where(row => row["best"] == "true").Select(row => row["proxy"]),
            names.Where(name => name.IsBold).Select(name => name.Text)
        );
    }

    [Fact]
    public void A_report_folder_has_every_figure_as_csv_caption_svg_and_png()
    {
        var figures = FigureCatalogue.Of(Subject());
        ReportFolder.Write(Subject(), figures, _folder);
        Assert.Equal(
            figures
                .SelectMany(figure =>
                    new[] { ".csv", ".md", ".pdf", ".png", ".svg", ".tex" }.Select(ending =>
                        figure.Id + ending
                    )
                )
                .Order(StringComparer.Ordinal),
            Directory
                .GetFiles(Path.Combine(_folder, "figures"))
                .Select(file => Path.GetFileName(file))
                .Order(StringComparer.Ordinal)
        );
        Assert.True(File.Exists(Path.Combine(_folder, "tables", "gain.tex")));
        Assert.Empty(Directory.GetFiles(_folder, "*.new", SearchOption.AllDirectories));
    }

    [Fact]
    public void A_folder_never_mixes_the_figures_of_two_reports()
    {
        var stale = Directory.CreateDirectory(Path.Combine(_folder, "figures")).FullName;
        File.WriteAllText(Path.Combine(stale, "scatter_forgotten.csv"), "");
        ReportFolder.Write(Subject(), FigureCatalogue.Of(Subject()), _folder);
        Assert.False(File.Exists(Path.Combine(stale, "scatter_forgotten.csv")));
        Assert.True(File.Exists(Path.Combine(stale, "scatter_wot.csv")));
    }

    [Fact]
    public void The_best_rankings_are_drawn_and_random_choice_starts_at_the_mean_accuracy()
    {
        var subject = Subject();
        var rows = Rows(FigureCatalogue.Of(subject).Single(figure => figure.Id == "top"));
        var names = rows.Select(row => row["ranking"]).Distinct(StringComparer.Ordinal).ToList();
        Assert.Contains("wot", names);
        Assert.Contains("counting", names);
        // flops ranks exactly like params: one of the two is enough.
        Assert.False(names.Contains("flops") && names.Contains("params"));
        Assert.Equal("random choice", names[^1]);
        var first = rows.Single(row => row["ranking"] == "random choice" && row["k"] == "1");
        Assert.Equal(subject.Main.Run.Accuracies.Average(), Number(first, "accuracy"), 0.001);
        Assert.All(rows.Where(row => row["k"] == "256"), row => Assert.Equal(1, Number(row, "found")));
    }

    [Fact]
    public void A_cloud_of_scores_has_every_architecture_and_its_edges_count_each_once()
    {
        var parts = Rows(FigureCatalogue.Of(Subject()).Single(figure => figure.Id == "scatter_wot"))
            .ToLookup(row => row["part"]);
        Assert.Equal(256, parts["architecture"].Count());
        Assert.Equal(256, parts["accuracies"].Sum(row => Number(row, "count")));
        Assert.Equal(
            parts["architecture"].Count(row => row["score"].Length > 0),
            parts["scores"].Sum(row => Number(row, "count"))
        );
    }

    [Fact]
    public void A_field_of_csv_is_quoted_where_it_must_be()
    {
        var text = CsvText.Of([
            ["a", "b,c", "d\"e", "f\ng", "", " h", "−1"],
        ]);
        Assert.Equal("a,\"b,c\",\"d\"\"e\",\"f\ng\",, h,−1\n", text);
    }

    [Theory]
    [InlineData(-0.4, 1, "−0.4 −0.2 0.0 0.2 0.4 0.6 0.8 1.0")]
    [InlineData(0, 1234567, "0 0.2M 0.4M 0.6M 0.8M 1.0M 1.2M")]
    [InlineData(-30_000, 0, "−30k −25k −20k −15k −10k −5k 0")]
    [InlineData(93.96, 94.37, "94.00 94.05 94.10 94.15 94.20 94.25 94.30 94.35")]
    public void Ticks_are_round_and_short(double low, double high, string expected) =>
        Assert.Equal(expected, string.Join(' ', TickText.Linear(low, high, 6).Select(tick => tick.Text)));

    [Theory]
    [InlineData(0.001, "0.001")]
    [InlineData(-10_000, "−10000")]
    [InlineData(1e8, "10⁸")]
    [InlineData(-1e-12, "−10⁻¹²")]
    public void A_power_of_ten_never_has_seven_digits(double value, string expected) =>
        Assert.Equal(expected, TickText.Power(value));

    [Fact]
    public void Names_beside_points_never_overlap()
    {
        var random = new System.Random(5);
        var points = Enumerable
            .Range(0, 40)
            .Select(i => (X: 600 * random.NextDouble(), Y: 400 * random.NextDouble(), Name: $"proxy_{i}"))
            .ToList();
        var placed = new LabelPlacement(600, 400)
            .Place(points)
            .Zip(points)
            .Where(item => item.First is not null)
            .Select(item =>
                (item.First!.Value.X, item.First!.Value.Y, Half: item.Second.Name.Length * 6.1 / 2)
            )
            .ToList();
        Assert.True(placed.Count > 25);
        Assert.All(
            placed,
            one =>
                Assert.DoesNotContain(
                    placed,
                    other =>
                        other != one
                        && Math.Abs(one.X - other.X) < one.Half + other.Half
                        && Math.Abs(one.Y - other.Y) < 11
                )
        );
    }

    [Theory]
    [InlineData("ssim", 0.41, 0.66)]
    [InlineData("neg_loss", -0.72, -0.61)]
    [InlineData("mIoU", 3, 28)]
    public void Metrics_of_other_tasks_have_axes_with_ticks_in_their_unit(
        string name,
        double low,
        double high
    )
    {
        var metric = Benchmarks.TaskMetric.All[name];
        var axis = new AccuracyAxis(metric, [low, high]);
        Assert.Equal(metric.Highest - low, axis.Error(low), 12);
        Assert.True(axis.Position(high) > axis.Position(low));
        var ticks = axis.Marks().Select(tick => tick.At).ToList();
        Assert.True(ticks.Count >= 3, string.Join(", ", ticks));
        Assert.All(ticks, tick => Assert.InRange(axis.Position(tick), 0, 1));
    }

    [Theory]
    [InlineData(10, 94.4)]
    [InlineData(89.5, 94.4)]
    [InlineData(0.8, 47.3)]
    [InlineData(94, 94)]
    public void An_axis_of_accuracies_has_ticks_that_stand_apart(double low, double high)
    {
        var axis = new AccuracyAxis(Benchmarks.TaskMetric.Accuracy, [low, high]);
        Assert.True(axis.Position(high) > axis.Position(low) || low == high);
        var ticks = axis.Marks().Select(tick => tick.At).ToList();
        Assert.True(low == high || ticks.Count >= 3, string.Join(", ", ticks));
        Assert.All(
            ticks.Zip(ticks.Skip(1)),
            pair => Assert.True(axis.Position(pair.Second) - axis.Position(pair.First) > 0.05)
        );
    }

    [Fact]
    public void The_best_of_a_column_is_bold_and_what_stands_in_parentheses_does_not_compete()
    {
        var table = new ReportTable(
            "t",
            "caption",
            [
                new("proxy", IsNumber: false),
                new("ρ", Best: Best.Highest),
                new("95% interval", IsInterval: true),
                new("regret", Best: Best.Lowest),
                new("n"),
            ],
            [
                ["(noise ceiling)", "0.990", "", "0.00", "9"],
                ["a", "0.876", "[0.842, 0.901]", "1.50", "9"],
                ["b", "0.876", "–", "0.20", "9"],
                ["c", "–", "–", "–", "9"],
            ]
        );
        Assert.Equal([(1, 1), (2, 1), (2, 3)], BestCells.Of(table).Order());
        var latex = Latex.Table(table);
        Assert.Contains(
            "a & $\\mathbf{0.876}^{+0.025}_{-0.034}$ & 1.50 & 9 \\\\",
            latex,
            StringComparison.Ordinal
        );
        Assert.Contains("b & \\textbf{0.876} & \\textbf{0.20} & 9", latex, StringComparison.Ordinal);
        Assert.Contains("(noise ceiling) & 0.990 & 0.00", latex, StringComparison.Ordinal);
        Assert.Contains("\\begin{tabular}{lrrr}", latex, StringComparison.Ordinal);
        Assert.Contains("| **0.876** |", Markdown.Table(table), StringComparison.Ordinal);
    }

    [Fact]
    public void Latex_spells_out_what_is_special_in_it()
    {
        Assert.Equal(
            "log|det $\\hat{K}$|".Replace("|", "$|$", StringComparison.Ordinal),
            Latex.Escape("log|det K\u0302|")
        );
        Assert.Equal("az\\_nas 95\\% $\\rho$ $-$1 \\& \\#", Latex.Escape("az_nas 95% ρ −1 & #"));
        var table = Latex.Table(
            new(
                "ranked",
                "caption",
                [new("proxy", IsNumber: false), new("n")],
                [
                    ["a_b", "3"],
                ]
            )
        );
        Assert.Contains("\\begin{tabular}{lr}", table, StringComparison.Ordinal);
        Assert.Contains("a\\_b & 3 \\\\", table, StringComparison.Ordinal);
    }

    [Fact]
    public void No_character_of_any_table_is_left_that_latex_fonts_lack()
    {
        foreach (var table in TableCatalogue.Of(Subject().Main))
        {
            Assert.All(
                Latex.Table(table),
                character =>
                    Assert.True(character < 0x250, $"{table.Id}: '{character}' (U+{(int)character:X4})")
            );
        }
    }

    private static double Number(Dictionary<string, string> row, string name) =>
        double.Parse(row[name], CultureInfo.InvariantCulture);

    private static List<Dictionary<string, string>> Rows(Figure figure)
    {
        var lines = figure.Csv.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var names = lines[0].Split(',');
        return
        [
            .. lines
                .Skip(1)
                .Select(line =>
                    names
                        .Zip(line.Split(','))
                        .ToDictionary(item => item.First, item => item.Second, StringComparer.Ordinal)
                ),
        ];
    }

    private static ReportSubject Subject() => FigureSubjects.Small();

    private static ReportSubject DasSubject() => FigureSubjects.WithEveryFigure();
}
