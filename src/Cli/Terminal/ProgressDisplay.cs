using System.Diagnostics;
using System.Globalization;
using Spectre.Console;
using ZcBench.Imports;
using ZcBench.Learned.Results;
using ZcBench.Runs;
using ZcBench.Search;
using ZcBench.Supernets.Searches;

namespace ZcBench.Cli.Terminal;

/// <summary>
/// Progress on standard error: a bar with the rate and the remaining time on a terminal, one plain line a
/// minute otherwise.
/// </summary>
internal sealed class ProgressDisplay
    : IProgress<ScoringProgress>,
        IProgress<ImportProgress>,
        IProgress<SearchProgress>,
        IProgress<SupernetProgress>,
        IProgress<LearnedProgress>
{
    private static readonly TimeSpan PlainStep = TimeSpan.FromMinutes(1);
    private static ProgressDisplay? _running;
    private readonly ProgressTask? _bar;
    private readonly Lock _gate = new();
    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private TimeSpan _last;

    private ProgressDisplay(ProgressTask? bar) => _bar = bar;

    /// <summary>
    /// For what is done within something else, as when a search scores: its progress shows in the same place.
    /// </summary>
    public static IProgress<ScoringProgress> Within { get; } = new Inner();

    /// <summary>Shows progress while something is done, and gives its result.</summary>
    public static T During<T>(Func<ProgressDisplay, T> work)
    {
        if (Console.IsErrorRedirected)
        {
            return Run(new(bar: null), work);
        }

        var terminal = AnsiConsole.Create(
            new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) }
        );
        return terminal
            .Progress()
            .Columns(new ProgressBarColumn(), new TaskDescriptionColumn { Alignment = Justify.Left })
            .Start(context => Run(new(context.AddTask("starting", maxValue: 1)), work));
    }

    /// <inheritdoc/>
    public void Report(ScoringProgress value) => Report(value, isWithin: false);

    private void Report(ScoringProgress value, bool isWithin)
    {
        if (value.Notice is { } notice)
        {
            Console.Error.WriteLine(notice);
        }

        var isTraining = value.TotalSteps > 0 && value.Done < value.Total;
        Show(
            isTraining ? value.Steps : value.Done,
            isTraining ? value.TotalSteps : value.Total,
            () =>
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{(isWithin ? "missing scores: " : "")}{value.Done}/{value.Total} architectures, "
                        + $"{Pace(value)}, {Span(value.Remaining)} left"
                ),
            isWithin
        );

        static string Pace(ScoringProgress value) =>
            value.TotalSteps > 0
                ? string.Create(
                    CultureInfo.InvariantCulture,
                    $"{value.Steps:#,0}/{value.TotalSteps:#,0} steps of training"
                )
                : string.Create(CultureInfo.InvariantCulture, $"{value.Rate:0.0} a second");
    }

    /// <inheritdoc/>
    public void Report(ImportProgress value) =>
        Show(
            value.Done,
            value.Total,
            () =>
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{value.Done / 1e6:0.0}/{value.Total / 1e6:0.0} MB, {value.Rows} architectures, "
                        + $"{value.Rate / 1e6:0.0} MB a second, {Span(value.Remaining)} left"
                )
        );

    /// <inheritdoc/>
    public void Report(SearchProgress value) =>
        Show(
            value.Done,
            value.Total,
            () =>
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{value.Done}/{value.Total} searches, {value.Rate:0.0} a second, "
                        + $"{Span(value.Remaining)} left"
                )
        );

    /// <inheritdoc/>
    public void Report(SupernetProgress value) =>
        Show(
            (long)value.Done,
            (long)Math.Max(value.Done, value.Total),
            () =>
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{value.Search}: {value.Done:#,0}/{value.Total:#,0} passes, {Span(value.Remaining)} left"
                )
        );

    /// <inheritdoc/>
    public void Report(LearnedProgress value) =>
        Show(
            value.Done,
            value.Total,
            () => string.Create(CultureInfo.InvariantCulture, $"{value.Done}/{value.Total} draws")
        );

    private static T Run<T>(ProgressDisplay display, Func<ProgressDisplay, T> work)
    {
        _running = display;
        try
        {
            return work(display);
        }
        finally
        {
            _running = null;
        }
    }

    // Without a terminal, what is within something else may be done many times, so its end is no line.
    private void Show(long done, long total, Func<string> text, bool isWithin = false)
    {
        lock (_gate)
        {
            if (_bar is not null)
            {
                _bar.MaxValue = Math.Max(1, total);
                _bar.Value = done;
                _bar.Description = text();
            }
            else if ((done == total && !isWithin) || _clock.Elapsed - _last >= PlainStep)
            {
                _last = _clock.Elapsed;
                Console.Error.WriteLine(text());
            }
        }
    }

    private static string Span(TimeSpan? span) =>
        span switch
        {
            null => "unknown time",
            { TotalHours: >= 1 } => string.Create(
                CultureInfo.InvariantCulture,
                $"{(int)span.Value.TotalHours} h {span.Value.Minutes} min"
            ),
            { TotalMinutes: >= 1 } => string.Create(
                CultureInfo.InvariantCulture,
                $"{span.Value.Minutes} min {span.Value.Seconds} s"
            ),
            _ => string.Create(CultureInfo.InvariantCulture, $"{span.Value.Seconds} s"),
        };

    private sealed class Inner : IProgress<ScoringProgress>
    {
        public void Report(ScoringProgress value) => _running?.Report(value, isWithin: true);
    }
}
