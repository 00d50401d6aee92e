using System.Xml.Linq;
using SkiaSharp;
using ZcBench.Benchmarks;
using ZcBench.Reports.Across;
using ZcBench.Reports.Drawing;
using ZcBench.Reports.Figures;
using ZcBench.Reports.Figures.Parts;
using ZcBench.Statistics.Across;
using ZcBench.Statistics.Resampling;

namespace ZcBench.Reports.Tests.Across;

public sealed class AcrossFigureTests : IDisposable
{
    private readonly MadeUpSpaces _spaces = new();
    private readonly AcrossAnalysis _analysis;

    public AcrossFigureTests() =>
        _analysis = AcrossAnalysis.Of(_spaces.Three(), BlockUnit.Tasks, new Bootstrap(50));

    public void Dispose() => _spaces.Dispose();

    [Fact]
    public void The_diagram_names_every_proxy_with_its_mean_rank_and_the_critical_difference()
    {
        XNamespace svg = "http://www.w3.org/2000/svg";
        var texts = XDocument
            .Parse(FigureDrawing.Svg(CriticalDifferenceFigure.Of(_analysis)))
            .Descendants(svg + "text")
            .Select(text => text.Value)
            .ToHashSet(StringComparer.Ordinal);
        Assert.Subset(
            texts,
            _analysis
                .Proxies.Select(proxy => FormattableString.Invariant($"{proxy.Id} {proxy.Rank:0.00}"))
                .Append(FormattableString.Invariant($"CD = {_analysis.Chosen.Nemenyi:0.00}"))
                .Concat(["1", "2", "3", "4"])
                .ToHashSet(StringComparer.Ordinal)
        );
    }

    [Fact]
    public void A_bar_joins_the_best_and_the_worst_of_each_group()
    {
        var panel = CriticalDifferenceFigure.Of(_analysis).Rows[0][0];
        var bars = panel.Marks.OfType<Rules>().Single(rules => rules.Look.Width > 4).Ends;
        Assert.NotEmpty(_analysis.Groups);
        Assert.Equal(_analysis.Groups.Count, bars.Count);
        // From the axis of four ranks, 250 pixels long; a bar reaches 3 pixels further on both sides.
        Assert.All(
            _analysis.Groups.Zip(bars),
            pair =>
            {
                var ranks = pair.First.Select(i => _analysis.Proxies[i].Rank).ToList();
                Assert.Equal(
                    ((ranks.Max() - ranks.Min()) * 250 / 3) + 6,
                    pair.Second.To.X - pair.Second.From.X,
                    1e-9
                );
            }
        );
    }

    [Fact]
    public void The_ruler_is_as_long_as_the_critical_difference_on_the_axis()
    {
        var thin = CriticalDifferenceFigure
            .Of(_analysis)
            .Rows[0][0]
            .Marks.OfType<Rules>()
            .Single(rules => rules.Look.Colour == Theme.Ink)
            .Ends;
        var lengths = thin.Select(line => line.To.X - line.From.X).ToList();
        Assert.Contains(
            lengths,
            length => Math.Abs(length - (250 * Math.Min(1, _analysis.Chosen.Nemenyi / 3))) < 1e-9
        );
    }

    [Fact]
    public void A_profile_falls_from_all_tasks_to_none()
    {
        var figure = PerformanceProfileFigure.Of(_analysis);
        var lines = figure.Rows[0][0].Marks.OfType<Line>().ToList();
        Assert.Equal(_analysis.Proxies.Count, lines.Count);
        Assert.Equal(lines.Select(line => line.Look), figure.Legend.Select(entry => entry.Line!));
        Assert.All(
            lines,
            line =>
            {
                Assert.Equal((1, 0), (line.Places[0].Y, line.Places[^1].Y));
                Assert.Equal(line.Places.OrderByDescending(place => place.Y), line.Places);
            }
        );
    }

    [Theory]
    [InlineData(null, 11)]
    [InlineData(320.0, 7)]
    public void Nothing_is_written_beyond_the_picture_at_the_width_of_a_column(double? width, double font)
    {
        foreach (var figure in AcrossFolder.Figures(_analysis))
        {
            using var picture = SKBitmap.Decode(FigureDrawing.Png(figure, new(width, font)));
            for (var y = 0; y < picture.Height; y++)
            {
                Assert.Equal(SKColors.White, picture.GetPixel(0, y));
                Assert.Equal(SKColors.White, picture.GetPixel(picture.Width - 1, y));
            }
        }
    }

    [Fact]
    public void The_folder_has_every_table_and_figure_and_can_be_written_again()
    {
        var folder = Directory.CreateTempSubdirectory("across").FullName;
        try
        {
            AcrossFolder.Write(_analysis, folder);
            AcrossFolder.Check(folder);
            AcrossFolder.Write(_analysis, folder);
            Assert.All(
                new[]
                {
                    "across.json",
                    "tables/leaderboard.md",
                    "tables/leaderboard.csv",
                    "tables/leaderboard.tex",
                    "tables/tests.md",
                    "tables/tasks.md",
                    "figures/critical_difference.svg",
                    "figures/critical_difference.png",
                    "figures/performance_profiles.svg",
                    "figures/performance_profiles.png",
                },
                file => Assert.True(File.Exists(Path.Combine(folder, file)), file)
            );
            File.Delete(Path.Combine(folder, "across.json"));
            Assert.Contains(
                "is there already and would be replaced",
                Assert.Throws<UserError>(() => AcrossFolder.Check(folder)).Message,
                StringComparison.Ordinal
            );
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
