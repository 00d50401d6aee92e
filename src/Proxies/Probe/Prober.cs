using System.Diagnostics;
using ZcBench.Benchmarks;
using ZcBench.Proxies.Engine;
using ZcBench.Scores;

namespace ZcBench.Proxies.Probe;

/// <summary>
/// Scores architectures, one after another or several at once: takes the union of what the proxies must see
/// and runs the fewest passes that show it. Belongs to one thread; only numbers leave it.
/// </summary>
public sealed class Prober : IDisposable
{
    private readonly ProbeSettings _settings;
    private readonly InputBank _inputs;
    private readonly Lazy<InputBank> _widened;
    private IReadOnlyList<IProxy> _planned = [];
    private IReadOnlyList<SessionPlan> _sessions = [];
    private bool _isPlannedForTrained;

    /// <summary>A prober for one device; the minibatches are copied to it when first needed.</summary>
    public Prober(ProbeSettings settings)
    {
        Precision.Keep(settings.Placement.Device);
        _settings = settings;
        _inputs = new(settings);
        _widened = new(() => new(settings with { Placement = settings.Placement.Widened }));
    }

    /// <summary>Scores one architecture with the given proxies, in their order.</summary>
    /// <param name="architecture">What to score.</param>
    /// <param name="proxies">With what.</param>
    /// <param name="timed">Told every pass that was run, with its time.</param>
    public IReadOnlyList<Measurement> Measure(
        Architecture architecture,
        IReadOnlyList<IProxy> proxies,
        Action<PassTime>? timed = null
    ) => Measure([BuiltArchitecture.Of(architecture, _settings.Task)], proxies, timed)[0];

    /// <summary>
    /// Scores several architectures at once, as the channel groups of one network: the same scores but for
    /// rounding, and on a GPU many times as fast.
    /// </summary>
    /// <param name="population">What to score.</param>
    /// <param name="proxies">
    /// With what; the plan of a list serves as long as the same list comes again.
    /// </param>
    /// <param name="timed">Told every pass that was run, with its time for one architecture.</param>
    /// <param name="state">
    /// The networks after some training, whose time every score then bears; null as their weights are drawn.
    /// </param>
    /// <returns>For each architecture its scores in the order of the proxies.</returns>
    public IReadOnlyList<IReadOnlyList<Measurement>> Measure(
        IReadOnlyList<BuiltArchitecture> population,
        IReadOnlyList<IProxy> proxies,
        Action<PassTime>? timed = null,
        ITrainedState? state = null
    )
    {
        if (!ReferenceEquals(proxies, _planned) || _isPlannedForTrained != state is not null)
        {
            _isPlannedForTrained = state is not null;
            (_planned, _sessions) = (proxies, SessionPlan.Of(proxies, _settings, _isPlannedForTrained));
        }

        var measurements = population.Select(_ => Refused(proxies)).ToArray();
        foreach (var plan in _sessions)
        {
            using var scope = plan.IsCounting ? null : torch.NewDisposeScope();
            Measure(population, plan, state, measurements, timed);
        }

        return measurements;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _inputs.Dispose();
        if (_widened.IsValueCreated)
        {
            _widened.Value.Dispose();
        }
    }

    // Undefined scores where the task gives a proxy nothing to read; the others are still to come.
    private Measurement[] Refused(IReadOnlyList<IProxy> proxies)
    {
        var measurements = new Measurement[proxies.Count];
        foreach (var (index, proxy) in proxies.Index())
        {
            if (LabelRule.Refusal(proxy.Info, _settings.Task) is { } reason)
            {
                measurements[index] = new(
                    proxy.Info,
                    Scores.Score.Undefined(reason),
                    TimeSpan.Zero,
                    TimeSpan.Zero
                );
            }
        }

        return measurements;
    }

    private void Measure(
        IReadOnlyList<BuiltArchitecture> population,
        SessionPlan plan,
        ITrainedState? state,
        Measurement[][] measurements,
        Action<PassTime>? timed
    )
    {
        var inputs = plan.Key.IsWidened ? _widened.Value : _inputs;
        using var session = new Session(population, plan, inputs, state);
        foreach (var (index, proxy, needs) in plan.Members)
        {
            // Needs are observed first, so that their time is known apart from the proxy's own arithmetic.
            foreach (var need in proxy.Needs)
            {
                need.Prepare(session);
            }

            var training = state?.Time ?? TimeSpan.Zero;
            var shared = session.TimeOf(needs) + training;
            var alone = session.TimeOf(needs.Where(need => plan.Users[need] == 1));
            for (var member = 0; member < population.Count; member++)
            {
                var (score, own) = Score(proxy, session, member, plan.IsCounting);
                measurements[member][index] = new(proxy.Info, score, own + shared, own + alone);
            }
        }

        if (timed is not null)
        {
            foreach (var need in plan.Users.Keys)
            {
                timed(new(plan.Key.Init, plan.Key.Input, need, session.TimeOf([need])));
            }
        }
    }

    private static (Score Score, TimeSpan Own) Score(
        IProxy proxy,
        Session session,
        int member,
        bool isCounting
    )
    {
        var started = Stopwatch.GetTimestamp();
        using var scope = isCounting ? null : torch.NewDisposeScope();
        var score = Score(proxy, new Evidence(session, member, proxy));
        return (score, Stopwatch.GetElapsedTime(started));
    }

    private static Score Score(IProxy proxy, Evidence evidence)
    {
        try
        {
            return proxy.Score(evidence);
        }
        catch (Exception fault) when (fault is not UserError && Plugin.Has(proxy) && !OutOfMemory.Is(fault))
        {
            throw new UserError(
                $"{proxy.Info.Id}, a proxy of a plug-in, failed: {fault.GetType().Name}: {fault.Message}",
                fault
            );
        }
    }
}
