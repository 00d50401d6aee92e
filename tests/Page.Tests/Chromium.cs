using Microsoft.Playwright;

namespace ZcBench.Page.Tests;

/// <summary>
/// One headless Chromium for all tests; where the machine has none they are skipped, and say so.
/// </summary>
public sealed class Chromium : IAsyncLifetime
{
    private const string Site = "http://site.test/";
    private static readonly string[] Places =
    [
        "/usr/bin/chromium",
        "/usr/bin/chromium-browser",
        "/usr/bin/google-chrome",
    ];
    private static readonly string[] Switches =
    [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
    ];

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public static string? Program { get; } = Array.Find(Places, File.Exists);

    public async ValueTask InitializeAsync()
    {
        if (Program is null)
        {
            return;
        }

        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(
            new() { ExecutablePath = Program, Args = Switches }
        );
    }

    /// <summary>Opens a file in a window of its own and waits until everything in it stands.</summary>
    /// <param name="file">The file.</param>
    /// <param name="width">Of the window.</param>
    /// <param name="height">Of the window.</param>
    /// <param name="dark">Whether the system is dark.</param>
    /// <param name="before">A script that runs before those of the page.</param>
    public async Task<OpenPage> OpenAsync(
        string file,
        int width = 1280,
        int height = 900,
        bool dark = false,
        string? before = null
    )
    {
        var context = await WindowAsync(width, height, dark);
        var page = await context.NewPageAsync();
        var open = new OpenPage(page);
        if (before is not null)
        {
            await page.AddInitScriptAsync(before);
        }

        await page.GotoAsync(new Uri(file).AbsoluteUri);
        await page.WaitForSelectorAsync("html[data-ready]", new() { State = WaitForSelectorState.Attached });
        return open;
    }

    /// <summary>
    /// Opens a page of a site as a file server would serve its folder, and waits until its scripts have run.
    /// </summary>
    /// <param name="folder">Of the site.</param>
    /// <param name="path">Of the page, relative to the folder.</param>
    /// <param name="dark">Whether the system is dark.</param>
    public async Task<OpenPage> OpenServedAsync(string folder, string path, bool dark)
    {
        var context = await WindowAsync(1280, 900, dark);
        await context.RouteAsync(
            $"{Site}**",
            route =>
            {
                var file = Path.Combine(folder, new Uri(route.Request.Url).AbsolutePath[1..]);
                return File.Exists(file) ? route.FulfillAsync(new() { Path = file }) : route.AbortAsync();
            }
        );
        var page = await context.NewPageAsync();
        var open = new OpenPage(page);
        await page.GotoAsync(Site + path);
        await page.WaitForFunctionAsync("window.docfx.ready && document.querySelector('#toc li.active')");
        return open;
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
    }

    private async Task<IBrowserContext> WindowAsync(int width, int height, bool dark)
    {
        Assert.SkipWhen(_browser is null, "there is no Chromium; install Debian's chromium to run this test");
        return await _browser!.NewContextAsync(
            new()
            {
                ViewportSize = new() { Width = width, Height = height },
                ColorScheme = dark ? ColorScheme.Dark : ColorScheme.Light,
                Offline = true,
                Permissions = ["clipboard-read", "clipboard-write"],
            }
        );
    }
}
