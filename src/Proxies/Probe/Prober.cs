using System.Diagnostics;
using ZcBench.Benchmarks;
using ZcBench.Benchmarks.Blueprints;
using ZcBench.Proxies.Networks;
using ZcBench.Scores;

namespace ZcBench.Proxies.Probe;

/// <summary>
/// Scores architectures one after another: takes the union of what the proxies must see and runs the fewest passes
/// that show it. Belongs to one thread; only numbers leave it.
/// </summary>
public sealed class Prober : IDisposable
{
    private readonly ProbeSettings _settings;
    private readonly Tensor _input;

    /// <summary>Prepares the minibatch on the device.</summary>
    public Prober(ProbeSettings settings)
    {
        _settings = settings;
        var image = settings.Task.Image;
        _input = settings.Placement
            .ChannelsLast(settings.Batch.Pixels, settings.Batch.Count, image.Channels, image.Height, image.Width)
            .DetachFromDisposeScope();
    }

    /// <summary>Scores one architecture with the given proxies, in their order.</summary>
    public IReadOnlyList<Measurement> Measure(Architecture architecture, IReadOnlyList<IProxy> proxies)
    {
        using var scope = torch.NewDisposeScope();
        var blueprint = SearchSpaces.Named(architecture.Space).Build(architecture, _settings.Task);
        var evidence = new Evidence();
        evidence.Set(Needs.Structure, blueprint);
        var passes = Observe(blueprint, proxies, evidence);
        return [.. proxies.Select(proxy => Measure(proxy, evidence, passes))];
    }

    /// <inheritdoc/>
    public void Dispose() => _input.Dispose();

    private static Measurement Measure(IProxy proxy, Evidence evidence, TimeSpan passes)
    {
        var started = Stopwatch.GetTimestamp();
        var score = proxy.Score(evidence);
        var own = Stopwatch.GetElapsedTime(started);
        return new(proxy.Info, score, proxy.Needs.Contains(Needs.Agreement) ? own + passes : own);
    }

    private TimeSpan Observe(Blueprint blueprint, IReadOnlyList<IProxy> proxies, Evidence evidence)
    {
        if (!proxies.Any(proxy => proxy.Needs.Contains(Needs.Agreement)))
        {
            return TimeSpan.Zero;
        }

        var started = Stopwatch.GetTimestamp();
        var collector = new AgreementCollector(blueprint, _settings.Batch.Count);
        var needed = blueprint.Needed(collector.Roots(blueprint));
        using var network = Network.Create(
            blueprint, needed, new WeightInit(_settings.Init ?? InitKind.Default, _settings.Seed),
            _settings.Placement);
        using (torch.no_grad())
        {
            using var logits = network.Forward(_input, needed, collector);
        }

        collector.Deliver(evidence);
        return Stopwatch.GetElapsedTime(started);
    }
}
