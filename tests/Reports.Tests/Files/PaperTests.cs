using System.Diagnostics;
using System.Text;
using ZcBench.Benchmarks;
using ZcBench.Reports.Analysis;
using ZcBench.Reports.Drawing;
using ZcBench.Reports.Figures;
using ZcBench.Reports.Files;
using ZcBench.Reports.Tables;
using ZcBench.Reports.Tests.Figures;
using ZcBench.Statistics;

namespace ZcBench.Reports.Tests.Files;

/// <summary>What an author takes into a paper.</summary>
public sealed class PaperTests : IDisposable
{
    private static readonly Lazy<ReportSubject> Subject = new(FigureSubjects.WithEveryFigure);
    private readonly string _folder = Directory.CreateTempSubdirectory("paper").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Every_table_and_figure_compiles_in_a_two_column_article_without_running_over()
    {
        var figures = FigureCatalogue.Of(Subject.Value);
        ReportFolder.Write(Subject.Value, figures, _folder, FigureWidth.Parse("text"));
        var text = new StringBuilder(
            "\\documentclass[10pt,twocolumn]{article}\n\\usepackage[margin=0.8in]{geometry}\n"
                + "\\usepackage{booktabs,graphicx}\n\\begin{document}\n\\input{tables/protocol.tex}\n"
        );
        foreach (var figure in figures)
        {
            text.Append("\\begin{figure*}\\includegraphics{figures/")
                .Append(figure.Id)
                .Append(".pdf}\\input{figures/")
                .Append(figure.Id)
                .Append(".tex}\\end{figure*}\n\\clearpage\n");
        }

        foreach (var table in TableCatalogue.Of(Subject.Value))
        {
            text.Append("\\input{tables/").Append(table.Id).Append(".tex}\n\\clearpage\n");
        }

        File.WriteAllText(Path.Combine(_folder, "paper.tex"), text.Append("\\end{document}\n").ToString());
        var log = Compile("paper.tex");
        Assert.DoesNotContain("\n!", log, StringComparison.Ordinal);
        Assert.DoesNotContain("Overfull \\hbox", log, StringComparison.Ordinal);
        Assert.DoesNotContain("LaTeX Warning: Float too large", log, StringComparison.Ordinal);
        Assert.Contains("Output written on paper.pdf", log, StringComparison.Ordinal);
    }

    [Fact]
    public void A_caption_is_escaped_and_the_method_is_said_in_one_file()
    {
        var figures = FigureCatalogue.Of(Subject.Value);
        ReportFolder.Write(Subject.Value, figures, _folder);
        var caption = File.ReadAllText(Path.Combine(_folder, "figures", "correlation_table.tex"));
        Assert.Contains("95\\% intervals", caption, StringComparison.Ordinal);
        Assert.Contains("\\label{fig:correlation_table}", caption, StringComparison.Ordinal);
        var ranked = File.ReadAllText(Path.Combine(_folder, "tables", "ranked_table.tex"));
        Assert.DoesNotContain("bootstrap", ranked, StringComparison.Ordinal);
        Assert.Contains(
            "50 bootstrap resamples",
            File.ReadAllText(Path.Combine(_folder, "tables", "protocol.tex")),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("column", 312)]
    [InlineData("text", 660)]
    [InlineData("3.3in", 316.8)]
    [InlineData("84mm", 317.48)]
    [InlineData("240pt", 320)]
    public void A_width_is_a_name_or_a_length_and_texts_have_8_points(string text, double pixels)
    {
        var size = FigureWidth.Parse(text);
        Assert.Equal(pixels, size.Width!.Value, 0.01);
        Assert.Equal(8, size.FontSize * 72 / 96, 1e-9);
    }

    [Theory]
    [InlineData("")]
    [InlineData("wide")]
    [InlineData("in")]
    [InlineData("0in")]
    [InlineData("-3in")]
    [InlineData("1in")]
    [InlineData("3")]
    [InlineData("3 furlongs")]
    [InlineData("100in")]
    [InlineData("NaNin")]
    public void A_width_of_nothing_is_refused(string text) =>
        Assert.StartsWith(
            $"--figure-width '{text}' is",
            Assert.Throws<UserError>(() => FigureWidth.Parse(text)).Message,
            StringComparison.Ordinal
        );

    [Fact]
    public void A_baseline_that_is_the_best_for_one_target_has_its_numbers_for_all()
    {
        const string Hidden = "live_flops";
        var (first, second) = (Subject.Value.Targets[0], Subject.Value.Targets[1]);
        var whole = second.Populations[0];
        var expected = whole.Proxies.Single(proxy => proxy.Id == Hidden);
        var without = whole with { Proxies = [.. whole.Proxies.Where(proxy => proxy != expected)] };
        var partly = second with { Populations = [without, .. second.Populations.Skip(1)] };
        var table = TableCatalogue.Of(new ReportSubject(first, [first, partly]))[0];
        Assert.Equal(
            [NumberText.Number(expected.Rho.Point), NumberText.Span(expected.Rho)],
            table.Rows.Single(cells => cells[0] == Hidden).Skip(6).Take(2)
        );
    }

    [Fact]
    public void Every_figure_has_the_width_that_was_asked_for_and_the_same_bytes_each_time()
    {
        var size = FigureWidth.Parse("text");
        foreach (var figure in FigureCatalogue.Of(Subject.Value))
        {
            var pdf = FigureDrawing.Pdf(figure, size);
            Assert.Equal(pdf, FigureDrawing.Pdf(figure, size));
            var box = Encoding.Latin1.GetString(pdf).Split("/MediaBox [0 0 ")[1].Split(' ')[0];
            Assert.Equal(495, double.Parse(box, System.Globalization.CultureInfo.InvariantCulture), 1.0);
        }
    }

    [Fact]
    public void Panels_that_would_be_too_narrow_stand_under_each_other_with_their_names()
    {
        var figure = FigureCatalogue.Of(Subject.Value)[0];
        Assert.Equal(3, Assert.Single(figure.Rows).Count);
        var folded = FigureFold.ToFit(figure, FigureWidth.Parse("column"), hasTitle: false);
        Assert.Equal([1, 1, 1], folded.Rows.Select(row => row.Count));
        Assert.All(folded.Rows, row => Assert.True(row[0].Y.HasLabels));
        Assert.Same(figure, FigureFold.ToFit(figure, FigureSize.Natural, hasTitle: true));
    }

    [Fact]
    public void Pairs_stand_in_a_matrix_of_differences_and_p_values_and_in_long_form_as_data()
    {
        var report = Subject.Value.Main.Populations[0];
        var table = TableCatalogue.Of(Subject.Value.Main).Single(item => item.Id == "paired");
        Assert.Equal(report.Proxies.Count, table.Rows.Count);
        Assert.Equal(report.Comparisons.Count + 1, table.Data!.Count);
        var order = table.Rows.Select(row => row[0]).ToList();
        var width = (table.Columns.Count - 1) / order.Count;
        foreach (var pair in report.Comparisons)
        {
            var (one, other) = (order.IndexOf(pair.First), order.IndexOf(pair.Second));
            var (low, high) = (Math.Min(one, other), Math.Max(one, other));
            Assert.Equal(NumberText.Signed(pair.Tau.Point), table.Rows[low][1 + (high * width)]);
            Assert.StartsWith(
                NumberText.P(pair.Holm),
                table.Rows[high][1 + (low * width)],
                StringComparison.Ordinal
            );
        }
    }

    [Theory]
    [InlineData(-0.01, 0.02, true)]
    [InlineData(-0.021, 0.01, false)]
    [InlineData(0, 0.021, false)]
    public void Proxies_are_equal_in_practice_where_the_whole_interval_is_small(
        double low,
        double high,
        bool isEqual
    ) =>
        Assert.Equal(
            isEqual,
            new Comparison(
                "a",
                "b",
                new(Estimate.Of(0.005), Estimate.Of(low), Estimate.Of(high), 0.95, 1000),
                Estimate.Of(1)
            ).IsEqual
        );

    private string Compile(string file)
    {
        try
        {
            using var latex = Process.Start(
                new ProcessStartInfo("pdflatex", ["-interaction=nonstopmode", file])
                {
                    WorkingDirectory = _folder,
                    RedirectStandardOutput = true,
                    UseShellExecute = false,
                }
            )!;
            return latex.StandardOutput.ReadToEnd();
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Assert.Skip("pdflatex is not installed");
            throw;
        }
    }
}
