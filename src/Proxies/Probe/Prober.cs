using System.Diagnostics;
using ZcBench.Benchmarks;
using ZcBench.Benchmarks.Blueprints;
using ZcBench.Proxies.Engine;
using ZcBench.Scores;

namespace ZcBench.Proxies.Probe;

/// <summary>
/// Scores architectures one after another: takes the union of what the proxies must see and runs the fewest passes
/// that show it. Belongs to one thread; only numbers leave it.
/// </summary>
public sealed class Prober : IDisposable
{
    private readonly ProbeSettings _settings;
    private readonly InputBank _inputs;

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
        Architecture architecture, IReadOnlyList<IProxy> proxies, Action<PassTime>? timed = null)
    {
        var space = SearchSpaces.Named(architecture.Space);
        var blueprint = space.Build(architecture, _settings.Task);
        var thin = space.BuildThinCell(architecture);
        var measurements = new Measurement[proxies.Count];
        foreach (var group in proxies.Index().GroupBy(item => SessionKey.Of(
            item.Item.Info, _settings.Init, _settings.BatchIsNoise)))
        {
            Measure(blueprint, thin, group.Key, [.. group], measurements, timed);
        }

        return measurements;
    }

    /// <inheritdoc/>
    public void Dispose() => _inputs.Dispose();

    private void Measure(
        Blueprint blueprint, Blueprint? thin, SessionKey key, (int Index, IProxy Proxy)[] group,
        Measurement[] measurements, Action<PassTime>? timed)
    {
        using var scope = torch.NewDisposeScope();
        var wanted = group.Select(item => item.Proxy.Needs.SelectMany(need => need.Closure).Distinct().ToArray()).ToArray();
        var users = wanted.SelectMany(needs => needs).CountBy(need => need).ToDictionary();
        using var session = new Session(blueprint, thin, _settings, key, _inputs, users.Keys);
        foreach (var ((index, proxy), needs) in group.Zip(wanted))
        {
            var (score, own) = Score(proxy, session);
            measurements[index] = new(
                proxy.Info, score, own + session.TimeOf(needs), own + session.TimeOf(needs.Where(need => users[need] == 1)));
        }

        foreach (var need in users.Keys)
        {
            timed?.Invoke(new(key.Init, key.Input, need, session.TimeOf([need])));
        }
    }

    // Needs are observed first, so that their time is known apart from the proxy's own arithmetic.
    private static (Score Score, TimeSpan Own) Score(IProxy proxy, Session session)
    {
        foreach (var need in proxy.Needs)
        {
            need.Prepare(session);
        }

        var started = Stopwatch.GetTimestamp();
        using var scope = torch.NewDisposeScope();
        var score = proxy.Score(new Evidence(session, proxy));
        return (score, Stopwatch.GetElapsedTime(started));
    }
}
