using System.Text.Json.Nodes;
using ZcBench.Reports.Figures;
using ZcBench.Reports.Files;
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
    public void Latex_spells_out_what_is_special_in_it()
    {
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
