namespace ZcBench.Page.Tests;

/// <summary>The site that scripts/site makes of README, docs and XML documentation.</summary>
public sealed class SiteTests(Chromium chromium, SiteFolder site)
    : IClassFixture<Chromium>,
        IClassFixture<SiteFolder>
{
    private const string KendallTauB = "api/ZcBench.Statistics.Catalogue.KendallTauB.html";

    public static TheoryData<string, bool> Pages { get; } =
        new MatrixTheoryData<string, bool>(["index.html", "docs/proxies.html", KendallTauB], [false, true]);

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task A_page_opens_without_a_network_and_never_scrolls_sideways(string path, bool dark)
    {
        await using var page = await chromium.OpenServedAsync(site.Path, path, dark);
        Assert.NotEmpty(await page.Text("article h1"));
        Assert.Equal(dark ? "dark" : "light", await page.View.GetAttributeAsync("html", "data-bs-theme"));
        foreach (var width in new[] { 1280, 400 })
        {
            await page.View.SetViewportSizeAsync(width, 900);
            Assert.InRange(
                await page.View.EvaluateAsync<int>("document.documentElement.scrollWidth"),
                1,
                width
            );
        }

        Assert.Empty(await DeadLinks(page));
        Assert.Empty(page.Complaints);
    }

    [Fact]
    public async Task The_search_finds_a_proxy_and_a_type()
    {
        await using var page = await chromium.OpenServedAsync(site.Path, "index.html", dark: false);
        foreach (
            var (query, found) in new[] { ("az_nas", "docs/proxies.html"), ("KendallTauB", KendallTauB) }
        )
        {
            await page.View.FillAsync("#search-query", query);
            await page.View.WaitForSelectorAsync($"#search-results a[href*='{found}']");
        }

        Assert.Empty(page.Complaints);
    }

    // Links of text, menu and bar to pages of the site that are not there.
    private async Task<IEnumerable<string>> DeadLinks(OpenPage page)
    {
        var links = await page.View.EvaluateAsync<string[]>(
            "[...document.links].filter(link => link.origin == location.origin).map(link => link.pathname)"
        );
        Assert.NotEmpty(links);
        return links.Distinct().Where(link => !File.Exists(Path.Combine(site.Path, link[1..])));
    }
}
