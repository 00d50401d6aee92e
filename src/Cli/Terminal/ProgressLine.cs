using System.Globalization;
using ZcBench.Imports;
using ZcBench.Scoring;
using ZcBench.Search;

namespace ZcBench.Cli.Terminal;

/// <summary>
/// Progress on standard error: one line kept up to date on a terminal, one plain line a minute otherwise.
/// </summary>
internal sealed class ProgressLine : IProgress<ScoringProgress>, IProgress<ImportProgress>, IProgress<SearchProgress>
{
    private static readonly TimeSpan TerminalStep = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan PlainStep = TimeSpan.FromMinutes(1);
    private readonly bool _terminal = !Console.IsErrorRedirected;
    private readonly Lock _gate = new();
    private TimeSpan _last;

    /// <inheritdoc/>
    public void Report(ScoringProgress value) => Show(value.Elapsed, value.Done == value.Total, () => string.Create(
        CultureInfo.InvariantCulture,
        $"{value.Done}/{value.Total} architectures, {value.Rate:0.0} a second, {Span(value.Remaining)} left"));

    /// <inheritdoc/>
    public void Report(ImportProgress value) => Show(value.Elapsed, value.Done == value.Total, () => string.Create(
        CultureInfo.InvariantCulture,
        $"{value.Done / 1e6:0.0}/{value.Total / 1e6:0.0} MB, {value.Rows} architectures, {value.Rate / 1e6:0.0} MB a second, {Span(value.Remaining)} left"));

    /// <inheritdoc/>
    public void Report(SearchProgress value) => Show(value.Elapsed, value.Done == value.Total, () => string.Create(
        CultureInfo.InvariantCulture,
        $"{value.Done}/{value.Total} searches, {value.Rate:0.0} a second, {Span(value.Remaining)} left"));

    private void Show(TimeSpan elapsed, bool end, Func<string> text)
    {
        lock (_gate)
        {
            if (!end && elapsed - _last < (_terminal ? TerminalStep : PlainStep))
            {
                return;
            }

            _last = elapsed;
            var line = text();
            if (_terminal)
            {
                Console.Error.Write($"\r{line,-70}{(end ? "\n" : "")}");
            }
            else
            {
                Console.Error.WriteLine(line);
            }
        }
    }

    private static string Span(TimeSpan? span) => span switch
    {
        null => "unknown time",
        { TotalHours: >= 1 } => string.Create(CultureInfo.InvariantCulture, $"{(int)span.Value.TotalHours} h {span.Value.Minutes} min"),
        { TotalMinutes: >= 1 } => string.Create(CultureInfo.InvariantCulture, $"{span.Value.Minutes} min {span.Value.Seconds} s"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{span.Value.Seconds} s"),
    };
}
