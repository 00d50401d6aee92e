using System.Diagnostics;
using ZcBench.Benchmarks;
using ZcBench.Benchmarks.Blueprints;
using ZcBench.Proxies.Engine;
using ZcBench.Scores;

namespace ZcBench.Proxies.Probe;

/// <summary>
/// Scores architectures one after another: takes the union of what the proxies must see and runs the fewest
/// passes that show it. Belongs to one thread; only numbers leave it.
/// </summary>
public sealed class Prober : IDisposable
{
    private readonly ProbeSettings _settings;
    private readonly InputBank _inputs;
    private IReadOnlyList<IProxy> _planned = [];
    private IReadOnlyList<SessionPlan> _sessions = [];

    /// <summary>A prober for one device; the minibatches are copied to it when first needed.</summary>
    public Prober(ProbeSettings settings)
    {
        Precision.Keep(settings.Placement.Device);
        _settings = settings;
        _inputs = new(settings);
    }

    /// <summary>Scores one architecture with the given proxies, in their order.</summary>
    /// <param name="architecture">What to score.</param>
    /// <param name="proxies">With what.</param>
    /// <param name="timed">Told every pass that was run, with its time.</param>
    public IReadOnlyList<Measurement> Measure(
        Architecture architecture,
        IReadOnlyList<IProxy> proxies,
        Action<PassTime>? timed = null
    )
    {
        var blueprint = SearchSpaces.Named(architecture.Space).Build(architecture, _settings.Task);
        return Measure(architecture, blueprint, proxies, timed);
    }

    /// <summary>The same with the network at hand.</summary>
    /// <param name="architecture">What to score.</param>
    /// <param name="blueprint">Its network for the task of the settings.</param>
    /// <param name="proxies">
    /// With what; the plan of a list serves as long as the same list comes again.
    /// </param>
    /// <param name="timed">Told every pass that was run, with its time.</param>
    public IReadOnlyList<Measurement> Measure(
        Architecture architecture,
        Blueprint blueprint,
        IReadOnlyList<IProxy> proxies,
        Action<PassTime>? timed = null
    )
    {
        if (!ReferenceEquals(proxies, _planned))
        {
            (_planned, _sessions) = (proxies, SessionPlan.Of(proxies, _settings));
        }

        var measurements = new Measurement[proxies.Count];
        foreach (var plan in _sessions)
        {
            using var scope = plan.IsCounting ? null : torch.NewDisposeScope();
            Measure(architecture, blueprint, plan, measurements, timed);
        }

        return measurements;
    }

    /// <inheritdoc/>
    public void Dispose() => _inputs.Dispose();

    private void Measure(
        Architecture architecture,
        Blueprint blueprint,
        SessionPlan plan,
        Measurement[] measurements,
        Action<PassTime>? timed
    )
    {
        using var session = new Session(
            architecture,
            blueprint,
            _settings,
            plan.Key,
            _inputs,
            plan.Users.Keys
        );
        foreach (var (index, proxy, needs) in plan.Members)
        {
            var (score, own) = Score(proxy, session, plan.IsCounting);
            measurements[index] = new(
                proxy.Info,
                score,
                own + session.TimeOf(needs),
                own + session.TimeOf(needs.Where(need => plan.Users[need] == 1))
            );
        }

        if (timed is not null)
        {
            foreach (var need in plan.Users.Keys)
            {
                timed(new(plan.Key.Init, plan.Key.Input, need, session.TimeOf([need])));
            }
        }
    }

    // Needs are observed first, so that their time is known apart from the proxy's own arithmetic.
    private static (Score Score, TimeSpan Own) Score(IProxy proxy, Session session, bool isCounting)
    {
        foreach (var need in proxy.Needs)
        {
            need.Prepare(session);
        }

        var started = Stopwatch.GetTimestamp();
        using var scope = isCounting ? null : torch.NewDisposeScope();
        var score = proxy.Score(new Evidence(session, proxy));
        return (score, Stopwatch.GetElapsedTime(started));
    }
}
