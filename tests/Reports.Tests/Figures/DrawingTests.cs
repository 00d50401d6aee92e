using System.Globalization;
using System.Xml.Linq;
using SkiaSharp;
using ZcBench.Reports.Drawing;
using ZcBench.Reports.Figures;
using ZcBench.Reports.Figures.Parts;

namespace ZcBench.Reports.Tests.Figures;

public sealed class DrawingTests
{
    private const string Id = "drawn";
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";
    private static readonly Lazy<IReadOnlyList<Figure>> Figures = new(() =>
        FigureCatalogue.Of(FigureSubjects.WithEveryFigure())
    );

    public static TheoryData<string> Ids { get; } =
    [
        "correlation_table",
        "top",
        "cost",
        "size_table",
        "redundancy",
        "das",
        "spread",
        "scatter_wot",
        "scatter_live_pools",
    ];

    [Fact]
    public void Every_class_of_figure_is_drawn_in_these_tests() =>
        Assert.Empty(
            Figures
                .Value.Select(figure => figure.Id.Split('_')[0])
                .Except(Ids.Select(id => id.Data.Split('_')[0]))
        );

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_png_has_two_pixels_for_one_and_ink_in_every_panel(string id)
    {
        var figure = Named(id);
        var layout = FigureLayout.Of(figure, FigureSize.Natural, hasTitle: true);
        using var picture = SKBitmap.Decode(FigureDrawing.Png(figure));
        Assert.Equal((2 * (int)layout.Width, 2 * (int)layout.Height), (picture.Width, picture.Height));
        Assert.Equal(SKColors.White, picture.GetPixel(1, 1));
        Assert.All(layout.Panels, panel => Assert.True(Colours(picture, panel.Frame).Count > 1, id));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void An_svg_has_titles_labels_and_legend_as_texts(string id)
    {
        var figure = Named(id);
        var root = XDocument.Parse(FigureDrawing.Svg(figure)).Root!;
        Assert.Equal(figure.Title, root.Element(Svg + "title")!.Value);
        Assert.Equal(
            ("img", figure.Title),
            (root.Attribute("role")!.Value, root.Attribute("aria-label")!.Value)
        );
        var texts = root.Descendants(Svg + "text")
            .Select(text => text.Value)
            .ToHashSet(StringComparer.Ordinal);
        var panels = figure.Rows.SelectMany(row => row).ToList();
        Assert.Subset(
            texts,
            panels
                .SelectMany(panel => new[] { panel.X.Title, panel.Y.Title, panel.Title })
                .OfType<string>()
                .ToHashSet(StringComparer.Ordinal)
        );
        Assert.Subset(
            texts,
            panels
                .Where(panel => panel.Y.HasLabels)
                .SelectMany(panel => panel.Y.Ticks)
                .Select(tick => tick.Text)
                .ToHashSet(StringComparer.Ordinal)
        );
        Assert.Subset(texts, figure.Legend.Select(entry => entry.Text).ToHashSet(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Nothing_is_written_beyond_the_picture(string id)
    {
        var figure = Named(id);
        using var picture = SKBitmap.Decode(FigureDrawing.Png(figure));
        for (var x = 0; x < picture.Width; x++)
        {
            Assert.Equal(SKColors.White, picture.GetPixel(x, 0));
            Assert.Equal(SKColors.White, picture.GetPixel(x, picture.Height - 1));
        }

        for (var y = 0; y < picture.Height; y++)
        {
            Assert.Equal(SKColors.White, picture.GetPixel(0, y));
            Assert.Equal(SKColors.White, picture.GetPixel(picture.Width - 1, y));
        }
    }

    [Fact]
    public void The_same_figure_gives_the_same_bytes_on_every_thread_and_in_every_culture()
    {
        var figures = Figures.Value.Where(figure => figure.Id is "cost" or "size_table" or "das").ToList();
        var expected = figures.ConvertAll(Bytes);
        var found = new string[24];
        Parallel.For(
            0,
            found.Length,
            i =>
            {
                var culture = CultureInfo.CurrentCulture;
                CultureInfo.CurrentCulture = new("")
                {
                    NumberFormat = { NumberDecimalSeparator = ",", NegativeSign = "~" },
                };
                found[i] = Bytes(figures[i % figures.Count]);
                CultureInfo.CurrentCulture = culture;
            }
        );
        Assert.All(found, (bytes, i) => Assert.Equal(expected[i % figures.Count], bytes));
    }

    [Fact]
    public void A_missing_cell_looks_like_no_number()
    {
        // A number is one colour, its own; what is missing is hatched.
        double[] values = [-1, -0.5, 0, 0.5, 1];
        var colours = values.Select(value => Assert.Single(Inside(Map(value)))).ToList();
        Assert.Equal(values.Length, colours.Distinct().Count());
        Assert.True(Inside(Map(null)).Count > 5);
    }

    [Fact]
    public void The_colours_of_correlations_are_equally_dark_on_both_sides_of_a_neutral_zero()
    {
        var zero = Drawing.Colours.Of(ColourMap.Correlations, 0);
        Assert.True(
            Math.Max(zero.R, Math.Max(zero.G, zero.B)) - Math.Min(zero.R, Math.Min(zero.G, zero.B)) <= 2
        );
        var before = Drawing.Colours.Lightness(zero);
        for (var size = 0.1; size <= 1; size += 0.1)
        {
            var (low, high) = (
                Drawing.Colours.Of(ColourMap.Correlations, -size),
                Drawing.Colours.Of(ColourMap.Correlations, size)
            );
            Assert.Equal(Drawing.Colours.Lightness(low), Drawing.Colours.Lightness(high), 1.0);
            Assert.True(Drawing.Colours.Lightness(high) < before - 4);
            Assert.True(low.R > low.B && high.B > high.R);
            before = Drawing.Colours.Lightness(high);
        }
    }

    [Fact]
    public void The_font_has_every_character_that_figures_write()
    {
        var characters = Figures
            .Value.SelectMany(figure => XDocument.Parse(FigureDrawing.Svg(figure)).Descendants(Svg + "text"))
            .SelectMany(text => text.Value)
            .Concat("⁰¹²³⁴⁵⁶⁷⁸⁹⁻−–ρτσ∑√≤≥→½×·“”…")
            .Distinct()
            .ToList();
        Assert.True(characters.Count > 60);
        Assert.All(
            [false, true],
            isBold =>
                Assert.All(
                    characters,
                    character =>
                        Assert.True(
                            FigureFonts.Of(isBold).ContainsGlyph(character),
                            $"'{character}' (U+{(int)character:X4})"
                        )
                )
        );
    }

    [Theory]
    [InlineData(480, 8)]
    [InlineData(900, 11)]
    [InlineData(1400, 16)]
    public void A_figure_is_as_wide_as_it_is_asked_to_be(double width, double fontSize)
    {
        foreach (
            var figure in Figures.Value.Where(figure =>
                !figure.Id.StartsWith("scatter_s", StringComparison.Ordinal)
            )
        )
        {
            var layout = FigureLayout.Of(figure, new(width, fontSize), hasTitle: true);
            Assert.Equal(width, layout.Width, 1.0);
            Assert.All(
                layout.Panels,
                panel =>
                    Assert.True(
                        panel.Frame is { Left: > 0, Width: > 8, Height: > 8 } && panel.Frame.Right <= width
                    )
            );
        }
    }

    [Fact]
    public void On_a_page_the_colours_of_paper_are_the_page_s_and_clips_of_two_figures_differ()
    {
        var (one, other) = (FigureDrawing.PageSvg(Named("cost")), FigureDrawing.PageSvg(Named("das")));
        Assert.All(
            ["ink", "paper", "faint", "line"],
            name => Assert.Contains($"var(--{name})", one, StringComparison.Ordinal)
        );
        Assert.DoesNotContain("#222\"", one, StringComparison.Ordinal);
        Assert.DoesNotContain("@font-face", one, StringComparison.Ordinal);
        Assert.Empty(Clips(one).Intersect(Clips(other), StringComparer.Ordinal));
        Assert.NotEmpty(Clips(one));
    }

    private static IEnumerable<string> Clips(string svg) =>
        XElement.Parse(svg).Descendants(Svg + "clipPath").Select(clip => clip.Attribute("id")!.Value);

    private static string Bytes(Figure figure) =>
        FigureDrawing.Svg(figure) + Convert.ToBase64String(FigureDrawing.Png(figure));

    private static Figure Named(string id) => Figures.Value.Single(figure => figure.Id == id);

    private static Figure Map(double? value) =>
        new(
            Id,
            "A map",
            "Caption.",
            [
                [
                    HeatMap.PanelOf(
                        [new(0, 0, value)],
                        new("row", ["a"]),
                        new("column", ["b"]),
                        width: 60,
                        height: 40,
                        numberSize: 0,
                        isUpright: false
                    ),
                ],
            ],
            ""
        );

    private static HashSet<SKColor> Inside(Figure figure)
    {
        using var picture = SKBitmap.Decode(FigureDrawing.Png(figure));
        return Colours(picture, FigureLayout.Of(figure, FigureSize.Natural, hasTitle: true).Panels[0].Frame);
    }

    private static HashSet<SKColor> Colours(SKBitmap picture, Frame frame)
    {
        var colours = new HashSet<SKColor>();
        for (var x = (int)(2 * frame.Left) + 4; x < 2 * frame.Right - 4; x++)
        {
            for (var y = (int)(2 * frame.Top) + 4; y < 2 * frame.Bottom - 4; y++)
            {
                colours.Add(picture.GetPixel(x, y));
            }
        }

        return colours;
    }
}
