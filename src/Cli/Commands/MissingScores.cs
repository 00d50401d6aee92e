using ZcBench.Benchmarks;
using ZcBench.Cli.Terminal;
using ZcBench.Proxies;
using ZcBench.Scores;
using ZcBench.Runs;
using ZcBench.Search.Desk;

namespace ZcBench.Cli.Commands;

/// <summary>Measures the scores that a search asks for and its run folder lacks, exactly as that run would have.</summary>
/// <param name="images">The image folder of the run, where it was scored on one.</param>
internal sealed class MissingScores(string? images) : IMissingScores
{
    /// <inheritdoc/>
    public ProxyInfo? Proxy(string id) => Names.Find(ProxyCatalogue.Proxies, id, "proxy", "zcbench ls proxies").Info;

    /// <inheritdoc/>
    public string Passes(string id)
    {
        var proxy = ProxyCatalogue.Proxies.GetValueOrDefault(id);
        return proxy is null
            ? id
            : $"{proxy.Info.Init}/{proxy.Info.Input}/{string.Join('+', proxy.Needs.Select(need => need.Id).Order(StringComparer.Ordinal))}";
    }

    /// <inheritdoc/>
    public void Measure(RunStore store, Protocol protocol, IReadOnlyList<Architecture> architectures, IReadOnlyList<string> proxies)
    {
        var memory = MemorySize.HalfOfFree();
        var settings = new ScoringSettings(
            NetworkOptions.Of(protocol, images), Environment.ProcessorCount, Threads: 1, protocol.Device == "cpu" ? memory : 0);
        ProgressDisplay.During(progress => new Scorer(store, protocol, settings).Run(
            architectures, [.. proxies.Select(id => ProxyCatalogue.Proxies[id])], progress, CancellationToken.None));
    }
}
