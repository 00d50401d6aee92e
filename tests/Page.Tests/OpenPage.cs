using Microsoft.Playwright;

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

    public Task<string> Clipboard() => View.EvaluateAsync<string>("navigator.clipboard.readText()");

    public async ValueTask DisposeAsync() => await View.Context.DisposeAsync();
}
