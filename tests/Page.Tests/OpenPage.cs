using Microsoft.Playwright;
using SkiaSharp;

namespace ZcBench.Page.Tests;

/// <summary>A page in the browser and everything that went wrong in it.</summary>
public sealed class OpenPage : IAsyncDisposable
{
    private readonly List<string> _complaints = [];

    internal OpenPage(IPage view)
    {
        View = view;
        view.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
            {
                _complaints.Add(message.Text);
            }
        };
        view.PageError += (_, fault) => _complaints.Add(fault);
        view.RequestFailed += (_, request) => _complaints.Add($"asked for {request.Url}");
    }

    public IPage View { get; }

    /// <summary>Errors and warnings of the console, exceptions, and requests to a network.</summary>
    public IReadOnlyList<string> Complaints => _complaints;

    public Task<string> Text(string selector) => View.Locator(selector).First.InnerTextAsync();

    public async Task<IReadOnlyList<string>> Ranked() =>
        await View.EvaluateAsync<string[]>(
            "[...document.querySelectorAll('#ranking-table tbody tr')].map(row => row.dataset.proxy ?? '')"
        );

    /// <summary>
    /// Share of each element's pixels that are not paper, in a picture of the whole page taken without
    /// scrolling.
    /// </summary>
    public async Task<IReadOnlyList<double>> Inks(string selector)
    {
        var boxes = await View.EvaluateAsync<int[][]>(
            "(selector) => [...document.querySelectorAll(selector)].map(item => item.getBoundingClientRect())"
                + ".map(box => [box.left, box.top, box.width, box.height].map(Math.round))",
            selector
        );
        using var picture = SKBitmap.Decode(await View.ScreenshotAsync(new() { FullPage = true }));
        var paper = picture.GetPixel(0, 0);
        return
        [
            .. boxes.Select(box =>
            {
                var (right, bottom) = (
                    Math.Min(picture.Width, box[0] + box[2]),
                    Math.Min(picture.Height, box[1] + box[3])
                );
                var inked = 0;
                for (var y = box[1]; y < bottom; y++)
                {
                    for (var x = box[0]; x < right; x++)
                    {
                        inked += picture.GetPixel(x, y) == paper ? 0 : 1;
                    }
                }

                return inked / (double)(box[2] * box[3]);
            }),
        ];
    }

    public Task<string> Clipboard() => View.EvaluateAsync<string>("navigator.clipboard.readText()");

    public async ValueTask DisposeAsync() => await View.Context.DisposeAsync();
}
