using System.Globalization;
using ZcBench.Scoring;

namespace ZcBench.Cli.Terminal;

/// <summary>
/// Progress on standard error: one line kept up to date on a terminal, one plain line a minute otherwise.
/// </summary>
internal sealed class ProgressLine : IProgress<ScoringProgress>
{
    private static readonly TimeSpan TerminalStep = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan PlainStep = TimeSpan.FromMinutes(1);
    private readonly bool _terminal = !Console.IsErrorRedirected;
    private readonly Lock _gate = new();
    private TimeSpan _last;

    /// <inheritdoc/>
    public void Report(ScoringProgress value)
    {
        lock (_gate)
        {
            var end = value.Done == value.Total;
            if (!end && value.Elapsed - _last < (_terminal ? TerminalStep : PlainStep))
            {
                return;
            }

            _last = value.Elapsed;
            var line = string.Create(CultureInfo.InvariantCulture,
                $"{value.Done}/{value.Total} architectures, {value.Rate:0.0} a second, {Span(value.Remaining)} left");
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
