using ZcBench.Scores;

namespace ZcBench.Runs;

/// <summary>
/// Keeps a run folder's record of a session while it scores: from the first architecture on, and again every
/// half a minute, so that a session that is killed has left its trace.
/// </summary>
internal sealed class SessionLog : IProgress<ScoringProgress>
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(30);
    private readonly IProgress<ScoringProgress>? _told;
    private readonly string _folder;
    private readonly IReadOnlyList<RunSession> _earlier;
    private readonly List<double> _loads = [];
    private readonly Lock _lock = new();
    private RunSession _session;
    private TimeSpan? _written;

    /// <summary>A log of a session that starts now.</summary>
    /// <param name="folder">The run folder.</param>
    /// <param name="session">What is known of it at the start.</param>
    /// <param name="told">Whom else to tell; null for nobody.</param>
    public SessionLog(string folder, RunSession session, IProgress<ScoringProgress>? told)
    {
        _folder = folder;
        _session = session;
        _told = told;
        _earlier = RunSession.Read(folder);
    }

    /// <inheritdoc/>
    public void Report(ScoringProgress value)
    {
        lock (_lock)
        {
            _session = _session with { Scored = Math.Max(_session.Scored, value.Done) };
            if (value.Done > 0 && (_written is null || value.Elapsed - _written >= Pause))
            {
                _written = value.Elapsed;
                Write();
            }
        }

        _told?.Report(value);
    }

    /// <summary>Writes how it ended; nothing where nothing was scored.</summary>
    public void Close()
    {
        lock (_lock)
        {
            if (_session.Scored > 0)
            {
                Write();
            }
        }
    }

    private void Write()
    {
        if (Machine.Load is { } load)
        {
            _loads.Add(load);
        }

        _session = _session with { Load = _loads.Count > 0 ? Math.Round(_loads.Average(), 2) : null };
        RunSession.Save(_folder, [.. _earlier, _session]);
    }
}
