using ZcBench.Reports.Tests.Runs;

namespace ZcBench.Page.Tests;

public sealed class ReportPageTests(Chromium chromium, ReportFile report)
    : IClassFixture<Chromium>,
        IClassFixture<ReportFile>
{
    private const string Best = "#ranking-table tr[data-proxy=good]";

    [Theory]
    [InlineData(1280)]
    [InlineData(390)]
    public async Task It_opens_without_a_complaint_and_never_scrolls_sideways(int width)
    {
        await using var page = await chromium.OpenAsync(report.Path, width);
        Assert.Empty(page.Complaints);
        Assert.InRange(await page.View.EvaluateAsync<int>("document.documentElement.scrollWidth"), 1, width);
    }

    [Fact]
    public async Task The_first_screen_has_the_ranked_table_and_its_dots()
    {
        await using var page = await chromium.OpenAsync(report.Path);
        Assert.True(await page.View.Locator($"{Best} circle").IsVisibleAsync());
        Assert.InRange((await page.View.Locator(Best).BoundingBoxAsync())!.Y, 0, 800);
        Assert.Contains("noise ceiling", await page.Text("#ranking-legend"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_mark_of_the_dot_plot_and_of_the_scatter_has_an_entry_in_a_legend()
    {
        // A mark is its shape and colour; lines of the grid are none.
        const string Marks = """
            (place) => [...new Set([...document.querySelectorAll(place)].map((mark) => {
              const of = (name) => mark.getAttribute(name);
              const isArrow = () => /^M[^L]*V/.test(of("d")) && of("fill") !== "none" && !/h7/.test(of("d"));
              if (mark.tagName === "circle") return `dot ${of("fill")}`;
              if (mark.tagName === "path") return isArrow() ? "arrow" : of("d");
              const upright = of("x1") === of("x2");
              if (upright && ["var(--line)", "var(--faint)"].includes(of("stroke"))) return null;
              return upright ? `rule ${of("stroke")} ${of("stroke-dasharray")}` : `interval ${of("stroke")}`;
            }))].filter(Boolean)
            """;
        await using var page = await chromium.OpenAsync(report.Path);
        var drawn = await page.View.EvaluateAsync<string[]>(
            Marks,
            "#ranking-table td.dots :is(path, circle, line)"
        );
        var explained = await page.View.EvaluateAsync<string[]>(
            Marks,
            "#ranking-legend :is(path, circle, line)"
        );
        Assert.Contains("arrow", drawn);
        Assert.Contains("rule var(--orange) null", drawn);
        Assert.True(drawn.Length >= 8, string.Join("; ", drawn));
        Assert.Empty(drawn.Except(explained, StringComparer.Ordinal));
        Assert.Equal(
            ["architecture", "undefined score, ranked worst", "its numbers are shown"],
            await page.View.Locator("#scatter-legend > span").AllInnerTextsAsync()
        );
    }

    [Fact]
    public async Task At_400_pixels_intervals_are_read_as_text_and_seen_in_the_plot()
    {
        await using var page = await chromium.OpenAsync(report.Path, width: 400);
        Assert.Equal(
            await page.View.EvaluateAsync<int>("document.getElementById('ranking-table').clientWidth"),
            await page.View.EvaluateAsync<int>("document.getElementById('ranking-table').scrollWidth")
        );
        var interval = page.View.Locator($"{Best} .below");
        Assert.True(await interval.IsVisibleAsync());
        Assert.Matches(@"^\[.?0\.\d{3}, .?0\.\d{3}\]$", await interval.InnerTextAsync());
        Assert.InRange((await page.View.Locator($"{Best} td.dots").BoundingBoxAsync())!.Width, 110, 400);
    }

    [Fact]
    public async Task A_matrix_marks_its_diagonal_and_groups_of_columns_stand_above_them()
    {
        await using var page = await chromium.OpenAsync(report.Path);
        await page.View.ClickAsync("#table-paired summary");
        // A table is filled when it is opened, a moment after the click.
        await page.View.Locator("#table-paired tbody tr").First.WaitForAsync();
        var rows = await page.View.Locator("#table-paired tbody tr").CountAsync();
        Assert.True(rows > 5);
        Assert.Equal(rows, await page.View.Locator("#table-paired td.diagonal").CountAsync());
        Assert.Equal(
            "sticky",
            await page.View.EvaluateAsync<string>(
                "getComputedStyle(document.querySelector('#table-paired tbody td')).position"
            )
        );
        await page.View.ClickAsync("#table-datasets summary");
        var heads = page.View.Locator("#table-datasets thead tr");
        Assert.Contains("cifar100", await heads.First.InnerTextAsync(), StringComparison.Ordinal);
        Assert.DoesNotContain("cifar", await heads.Last.InnerTextAsync(), StringComparison.Ordinal);
        Assert.Empty(page.Complaints);
    }

    [Fact]
    public async Task Hovering_over_a_point_shows_the_architecture_its_accuracy_and_scores()
    {
        await using var page = await chromium.OpenAsync(report.Path);
        await page.View.Locator("#plot").ScrollIntoViewIfNeededAsync();
        var box = (await page.View.Locator("#plot").BoundingBoxAsync())!;
        // The best in both rankings stands in the upper right corner.
        await page.View.Mouse.MoveAsync(box.X + box.Width - 25, box.Y + 22);
        var tip = await page.Text("#tip");
        Assert.Contains("nor_conv_3x3~0", tip, StringComparison.Ordinal);
        Assert.Contains("CIFAR-10 accuracy", tip, StringComparison.Ordinal);
        Assert.Contains("of 256", tip, StringComparison.Ordinal);
        Assert.Contains("live_flops", await page.Text("#detail"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_heading_sorts_and_sorts_back()
    {
        await using var page = await chromium.OpenAsync(report.Path);
        var ranked = await page.Ranked();
        await page.View.ClickAsync("[data-sort=id]");
        Assert.Equal(ranked.Order(StringComparer.Ordinal), await page.Ranked());
        await page.View.ClickAsync("[data-sort=id]");
        Assert.Equal(ranked.OrderDescending(StringComparer.Ordinal), await page.Ranked());
        await page.View.ClickAsync("[data-sort=rank]");
        Assert.Equal(ranked, await page.Ranked());
    }

    [Fact]
    public async Task The_filter_keeps_what_matches()
    {
        await using var page = await chromium.OpenAsync(report.Path);
        await page.View.FillAsync("#filter", "flops");
        Assert.Equal(["flops", "live_flops"], (await page.Ranked()).Order(StringComparer.Ordinal));
        await page.View.FillAsync("#filter", "nothing is called so");
        Assert.Contains("No proxy matches", await page.Text("#ranking-table"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_dataset_and_population_change_numbers_and_captions()
    {
        await using var page = await chromium.OpenAsync(report.Path);
        var before = await page.Text(Best);
        await page.View.SelectOptionAsync(
            "#dataset",
            new Microsoft.Playwright.SelectOptionValue { Label = "CIFAR-100" }
        );
        Assert.NotEqual(before, await page.Text(Best));
        Assert.Contains("CIFAR-100 test accuracy", await page.Text("#about"), StringComparison.Ordinal);
        Assert.Contains("cifar100", await page.Text("#ranking-caption"), StringComparison.Ordinal);
        await page.View.SelectOptionAsync(
            "#population",
            new Microsoft.Playwright.SelectOptionValue { Index = 1 }
        );
        Assert.DoesNotContain("n = 256", await page.Text("#scatter-caption"), StringComparison.Ordinal);
        Assert.Empty(page.Complaints);
    }

    [Fact]
    public async Task A_table_is_copied_as_latex_and_csv()
    {
        await using var page = await chromium.OpenAsync(report.Path);
        await page.View.ClickAsync("#ranking-tools [data-copy=latex]");
        await page.View.WaitForSelectorAsync("#toast.shown");
        var latex = await page.Clipboard();
        Assert.Contains("\\begin{tabular}{rlrrrrrrr}", latex, StringComparison.Ordinal);
        Assert.Contains("live\\_flops", latex, StringComparison.Ordinal);
        Assert.Contains("Spearman $\\rho$", latex, StringComparison.Ordinal);
        Assert.Contains("\\textbf{0.", latex, StringComparison.Ordinal);
        await page.View.ClickAsync("#ranking-tools [data-copy=csv]");
        await page.View.WaitForFunctionAsync("document.getElementById('toast').textContent.includes('CSV')");
        Assert.StartsWith("#,proxy,Spearman ρ", await page.Clipboard(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_keyboard_reaches_a_proxy_and_walks_along_the_points()
    {
        await using var page = await chromium.OpenAsync(report.Path);
        await page.View.FocusAsync($"{Best} button");
        await page.View.Keyboard.PressAsync("Enter");
        Assert.Equal("good", await page.View.InputValueAsync("#proxy"));
        await page.View.FocusAsync("#plot");
        await page.View.Keyboard.PressAsync("End");
        var last = await page.Text("#tip");
        await page.View.Keyboard.PressAsync("ArrowLeft");
        Assert.NotEqual(last, await page.Text("#tip"));
        Assert.Contains(
            "~0|+|",
            (await page.Text("#detail")).Replace("\u200b", "", StringComparison.Ordinal),
            StringComparison.Ordinal
        );
        await page.View.Keyboard.PressAsync("Escape");
        Assert.True(await page.View.Locator("#tip").IsHiddenAsync());
    }

    [Fact]
    public async Task Dark_follows_the_system_and_the_button()
    {
        await using var page = await chromium.OpenAsync(report.Path, dark: true);
        Assert.Equal("rgb(20, 23, 26)", await Paper(page));
        await page.View.ClickAsync("#theme");
        Assert.Equal("rgb(255, 255, 255)", await Paper(page));
    }

    [Fact]
    public async Task Every_other_table_opens_and_is_sorted_and_filtered()
    {
        await using var page = await chromium.OpenAsync(report.Path);
        await page.View.ClickAsync("#table-coverage summary");
        await page.View.ClickAsync("#table-coverage [data-sort='0']");
        var rows = page.View.Locator("#table-coverage tbody tr");
        Assert.True(await rows.CountAsync() > 5);
        await page.View.FillAsync("#table-coverage input", "poor");
        Assert.Equal(1, await rows.CountAsync());
        Assert.Empty(page.Complaints);
    }

    [Fact]
    public async Task Every_figure_stands_drawn_without_scrolling_with_its_letters()
    {
        // A page that draws what comes into view, or when there is time, would draw nothing.
        await using var page = await chromium.OpenAsync(
            report.Path,
            before: "window.IntersectionObserver = class { observe() {} disconnect() {} }; "
                + "window.requestIdleCallback = () => 0;"
        );
        Assert.Equal(0, await page.View.EvaluateAsync<double>("scrollY"));
        var figures = await page.View.EvaluateAsync<string[]>(
            "[...document.querySelectorAll('#figure-list figure')].map(figure => figure.id)"
        );
        Assert.Contains("figure-cost", figures);
        Assert.Contains("figure-redundancy", figures);
        var shapes = await page.View.EvaluateAsync<int[]>(
            "[...document.querySelectorAll('#figure-list .drawing')].map(box => "
                + "box.querySelectorAll('svg[role=img][aria-label] text, svg path').length)"
        );
        Assert.Equal(figures.Length, shapes.Length);
        Assert.All(shapes, count => Assert.True(count > 20));
        Assert.Equal(
            ["DejaVu Sans 400 loaded", "DejaVu Sans 700 loaded"],
            await page.View.EvaluateAsync<string[]>(
                "document.fonts.ready.then(() => [...document.fonts].map(font => "
                    + "`${font.family.replaceAll('\"', '')} ${font.weight} ${font.status}`))"
            )
        );
        // The browser's text is as wide as the one that was laid out: it has the same letters.
        var ratio = await page.View.EvaluateAsync<double>(
            """
            (() => { const text = [...document.querySelectorAll('#figure-cost text')]
                .find(item => item.textContent === 'count of the graph');
            return text.getComputedTextLength() / text.getNumberOfChars(); })()
            """
        );
        Assert.InRange(ratio, 5.65, 5.73);
        var inks = await page.Inks("#figure-list .drawing svg, #plot canvas, #ranking-table td.dots svg");
        Assert.True(inks.Count > figures.Length);
        Assert.All(inks, ink => Assert.True(ink > 0.004, $"{ink:P2} of a figure has ink"));
        Assert.Empty(page.Complaints);
    }

    [Fact]
    public async Task Figures_take_the_colours_of_dark_and_of_light()
    {
        const string Ink = "getComputedStyle(document.querySelector('#figure-cost text')).fill";
        await using var page = await chromium.OpenAsync(report.Path, dark: true);
        var dark = await page.View.EvaluateAsync<string>(Ink);
        await page.View.ClickAsync("#theme");
        var light = await page.View.EvaluateAsync<string>(Ink);
        Assert.Equal(("rgb(232, 234, 237)", "rgb(27, 31, 36)"), (dark, light));
    }

    [Fact]
    public async Task A_figure_leaves_the_page_as_csv_svg_and_png()
    {
        await using var page = await chromium.OpenAsync(report.Path);
        await page.View.ClickAsync("#figure-cost .tools button:has-text('Copy data')");
        await page.View.WaitForSelectorAsync("#toast.shown");
        Assert.StartsWith("proxy,kind,milliseconds,rho", await page.Clipboard(), StringComparison.Ordinal);
        var svg = await Saved(page, "SVG");
        Assert.EndsWith("cost.svg", svg.Name, StringComparison.Ordinal);
        var text = System.Text.Encoding.UTF8.GetString(svg.Bytes);
        Assert.Contains("@font-face", text, StringComparison.Ordinal);
        Assert.Contains("#222", text, StringComparison.Ordinal);
        Assert.DoesNotContain("var(--", text, StringComparison.Ordinal);
        Assert.NotNull(System.Xml.Linq.XDocument.Parse(text).Root);
        var png = await Saved(page, "PNG");
        Assert.Equal([0x89, (byte)'P', (byte)'N', (byte)'G'], png.Bytes.Take(4));
        Assert.Empty(page.Complaints);
    }

    private static async Task<(string Name, byte[] Bytes)> Saved(OpenPage page, string name)
    {
        var download = await page.View.RunAndWaitForDownloadAsync(() =>
            page.View.ClickAsync($"#figure-cost .tools button:text-is('{name}')")
        );
        return (download.SuggestedFilename, await File.ReadAllBytesAsync((await download.PathAsync())!));
    }

    [Fact]
    public void The_same_run_gives_the_same_bytes()
    {
        var run = TestRun.Of(TestRun.Noisy("one", 50, seed: 1));
        Assert.Equal(File.ReadAllBytes(report.Write(run, "a")), File.ReadAllBytes(report.Write(run, "b")));
    }

    private static Task<string> Paper(OpenPage page) =>
        page.View.EvaluateAsync<string>("getComputedStyle(document.body).backgroundColor");
}
