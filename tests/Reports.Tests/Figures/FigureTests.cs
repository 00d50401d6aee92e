using System.Text.Json.Nodes;
using ZcBench.Reports.Figures;
using ZcBench.Reports.Files;
using ZcBench.Reports.Page;
using ZcBench.Reports.Render;
using ZcBench.Reports.Statistics.Resampling;
using ZcBench.Reports.Tables;
using ZcBench.Reports.Tests.Runs;

namespace ZcBench.Reports.Tests.Figures;

public sealed class FigureTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("figures").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Every_figure_is_a_specification_with_its_data_and_a_caption_that_names_number_and_target()
    {
        var figures = FigureCatalogue.Of(Subject());
        Assert.Contains(figures, figure => figure.Id == "cost");
        Assert.All(figures, figure =>
        {
            Assert.Equal("https://vega.github.io/schema/vega-lite/v6.json", figure.Specification["$schema"]!.GetValue<string>());
            var rows = figure.Specification["data"]!["values"]!.AsArray().Count;
            Assert.True(rows > 0, figure.Id);
            Assert.Equal(rows + 1, figure.Csv.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
            Assert.Contains("n = ", figure.Caption, StringComparison.Ordinal);
            Assert.Contains("cifar10 test@200", figure.Caption, StringComparison.Ordinal);
            Assert.Contains("\"title\"", figure.Specification.ToJsonString(), StringComparison.Ordinal);
        });
        Assert.Equal(figures.Count, figures.Select(figure => figure.Id).Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public void The_same_run_gives_the_same_bytes()
    {
        var (first, second) = (FigureCatalogue.Of(Subject()), FigureCatalogue.Of(Subject()));
        Assert.Equal(first.Select(figure => figure.Specification.ToJsonString()), second.Select(figure => figure.Specification.ToJsonString()));
        Assert.Equal(first.Select(figure => figure.Csv), second.Select(figure => figure.Csv));
    }

    [Fact]
    public void Named_on_the_cost_figure_is_what_no_other_beats_in_both()
    {
        var values = FigureCatalogue.Of(Subject()).Single(figure => figure.Id == "cost").Specification["data"]!["values"]!.AsArray();
        foreach (var item in values)
        {
            var beaten = values.Any(other => Number(other, "milliseconds") <= Number(item, "milliseconds") && Number(other, "rho") >= Number(item, "rho")
                && (Number(other, "milliseconds") < Number(item, "milliseconds") || Number(other, "rho") > Number(item, "rho")));
            Assert.Equal(!beaten, item!["best"]!.GetValue<bool>());
        }
    }

    [Fact]
    public void Without_what_draws_them_the_other_files_are_written_and_one_sentence_says_so()
    {
        var figures = FigureCatalogue.Of(Subject());
        var said = ReportFolder.Write(Subject(), figures, new FigureRenderer("node", Path.Combine(_folder, "none"), "none.mjs"), _folder);
        Assert.Contains("were not drawn as SVG and PNG", said, StringComparison.Ordinal);
        Assert.All(figures, figure => Assert.True(File.Exists(Path.Combine(_folder, "figures", figure.Id + ".vl.json"))));
        Assert.True(File.Exists(Path.Combine(_folder, "tables", "gain.tex")));
        Assert.Empty(Directory.GetFiles(_folder, "*.new", SearchOption.AllDirectories));
    }

    [Fact]
    public void Figures_are_drawn_as_svg_and_png()
    {
        var renderer = FigureRenderer.Default;
        var figures = FigureCatalogue.Of(Subject());
        var said = ReportFolder.Write(Subject(), figures, renderer, _folder);
        Assert.SkipWhen(said?.Contains("is missing", StringComparison.Ordinal) == true || said?.Contains("cannot be run", StringComparison.Ordinal) == true, said ?? "");
        Assert.Null(said);
        Assert.All(figures, figure =>
        {
            Assert.Contains("<svg", File.ReadAllText(Path.Combine(_folder, "figures", figure.Id + ".svg")), StringComparison.Ordinal);
            Assert.Equal([0x89, (byte)'P', (byte)'N', (byte)'G'], File.ReadAllBytes(Path.Combine(_folder, "figures", figure.Id + ".png")).Take(4));
        });
    }

    [Fact]
    public void A_folder_never_mixes_the_figures_of_two_reports()
    {
        var stale = Directory.CreateDirectory(Path.Combine(_folder, "figures")).FullName;
        File.WriteAllText(Path.Combine(stale, "scatter_forgotten.csv"), "");
        ReportFolder.Write(Subject(), FigureCatalogue.Of(Subject()), new FigureRenderer("node", Path.Combine(_folder, "none"), "none.mjs"), _folder);
        Assert.False(File.Exists(Path.Combine(stale, "scatter_forgotten.csv")));
        Assert.True(File.Exists(Path.Combine(stale, "scatter_wot.csv")));
    }

    [Fact]
    public void The_best_rankings_are_drawn_and_random_choice_starts_at_the_mean_accuracy()
    {
        var subject = Subject();
        var values = FigureCatalogue.Of(subject).Single(figure => figure.Id == "top").Specification["data"]!["values"]!.AsArray();
        var names = values.Select(item => item!["ranking"]!.GetValue<string>()).Distinct().ToList();
        Assert.Contains("wot", names);
        Assert.Contains("counting", names);
        // flops ranks exactly like params: one of the two is enough.
        Assert.False(names.Contains("flops") && names.Contains("params"));
        var first = values.Single(item => item!["ranking"]!.GetValue<string>() == "random choice" && item["k"]!.GetValue<int>() == 1);
        Assert.Equal(subject.Main.Run.AccuracyPercent.Average(), Number(first, "accuracy"), 0.001);
        var last = values.Where(item => item!["k"]!.GetValue<int>() == 256).ToList();
        Assert.All(last, item => Assert.Equal(1, Number(item, "found")));
    }

    [Fact]
    public void A_cloud_of_scores_has_every_architecture_and_its_edges_count_each_once()
    {
        var values = FigureCatalogue.Of(Subject()).Single(figure => figure.Id == "scatter_wot").Specification["data"]!["values"]!.AsArray();
        var parts = values.GroupBy(item => item!["part"]!.GetValue<string>()).ToDictionary(group => group.Key, group => group.ToList());
        Assert.Equal(256, parts["architecture"].Count);
        Assert.Equal(256, parts["accuracies"].Sum(item => item!["count"]!.GetValue<int>()));
        Assert.Equal(parts["architecture"].Count(item => item!["score"] is not null), parts["scores"].Sum(item => item!["count"]!.GetValue<int>()));
    }

    [Fact]
    public void Names_beside_points_never_overlap()
    {
        var random = new System.Random(5);
        var points = Enumerable.Range(0, 40).Select(i => (X: 600 * random.NextDouble(), Y: 400 * random.NextDouble(), Name: $"proxy_{i}")).ToList();
        var placed = new LabelPlacement(600, 400).Place(points).Zip(points).Where(item => item.First is not null)
            .Select(item => (item.First!.Value.X, item.First!.Value.Y, Half: item.Second.Name.Length * 6.1 / 2)).ToList();
        Assert.True(placed.Count > 25);
        Assert.All(placed, one => Assert.DoesNotContain(placed, other => other != one
            && Math.Abs(one.X - other.X) < one.Half + other.Half && Math.Abs(one.Y - other.Y) < 11));
    }

    [Theory]
    [InlineData(10, 94.4)]
    [InlineData(89.5, 94.4)]
    [InlineData(0.8, 47.3)]
    [InlineData(94, 94)]
    public void An_axis_of_accuracies_has_ticks_that_stand_apart(double low, double high)
    {
        var axis = new AccuracyAxis([low, high]);
        Assert.True(axis.Position(high) < axis.Position(low) || low == high);
        var ticks = JsonNode.Parse($"{{{axis.TicksJson()}}}")!["values"]!.AsArray().Select(tick => 100 - tick!.GetValue<double>()).Order().ToList();
        Assert.True(low == high || ticks.Count >= 3, string.Join(", ", ticks));
        Assert.All(ticks.Zip(ticks.Skip(1)), pair => Assert.True(axis.Position(pair.First) - axis.Position(pair.Second) > 0.05));
    }

    [Fact]
    public void The_best_of_a_column_is_bold_and_what_stands_in_parentheses_does_not_compete()
    {
        var table = new ReportTable(
            "t", "caption",
            [new("proxy", IsNumber: false), new("ρ", Best: Best.Highest), new("95% interval", IsInterval: true), new("regret", Best: Best.Lowest), new("n")],
            [
                ["(noise ceiling)", "0.990", "", "0.00", "9"], ["a", "0.876", "[0.842, 0.901]", "1.50", "9"], ["b", "0.876", "–", "0.20", "9"],
                ["c", "–", "–", "–", "9"],
            ]);
        Assert.Equal([(1, 1), (2, 1), (2, 3)], BestCells.Of(table).Order());
        var latex = Latex.Table(table);
        Assert.Contains("a & $\\mathbf{0.876}^{+0.025}_{-0.034}$ & 1.50 & 9 \\\\", latex, StringComparison.Ordinal);
        Assert.Contains("b & \\textbf{0.876} & \\textbf{0.20} & 9", latex, StringComparison.Ordinal);
        Assert.Contains("(noise ceiling) & 0.990 & 0.00", latex, StringComparison.Ordinal);
        Assert.Contains("\\begin{tabular}{lrrr}", latex, StringComparison.Ordinal);
        Assert.Contains("| **0.876** |", Markdown.Table(table), StringComparison.Ordinal);
    }

    [Fact]
    public void The_page_replaces_the_colours_of_white_paper()
    {
        var script = PageAssets.Script();
        Assert.All([Theme.Ink, Theme.Paper, Theme.Grid, Theme.Axis, Theme.Frame], colour => Assert.Contains($"\"{colour}\": ", script, StringComparison.Ordinal));
    }

    [Fact]
    public void Latex_spells_out_what_is_special_in_it()
    {
        Assert.Equal("log|det $\\hat{K}$|".Replace("|", "$|$", StringComparison.Ordinal), Latex.Escape("log|det K\u0302|"));
        Assert.Equal("az\\_nas 95\\% $\\rho$ $-$1 \\& \\#", Latex.Escape("az_nas 95% ρ −1 & #"));
        var table = Latex.Table(new("ranked", "caption", [new("proxy", IsNumber: false), new("n")], [["a_b", "3"]]));
        Assert.Contains("\\begin{tabular}{lr}", table, StringComparison.Ordinal);
        Assert.Contains("a\\_b & 3 \\\\", table, StringComparison.Ordinal);
    }

    [Fact]
    public void No_character_of_any_table_is_left_that_latex_fonts_lack()
    {
        foreach (var table in TableCatalogue.Of(Subject().Main))
        {
            Assert.All(Latex.Table(table), character => Assert.True(character < 0x250, $"{table.Id}: '{character}' (U+{(int)character:X4})"));
        }
    }

    private static double Number(JsonNode? item, string name) => item![name]!.GetValue<double>();

    private static ReportSubject Subject() => ReportSubject.Of(
        [TestRun.Of(TestRun.Noisy("wot", 8, seed: 1), TestRun.Noisy("snip", 30, seed: 2))], [], new Bootstrap(100));
}
