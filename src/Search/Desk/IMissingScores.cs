using ZcBench.Benchmarks;
using ZcBench.Scores;

namespace ZcBench.Search.Desk;

/// <summary>Measures scores on the way. Whoever has a tensor library implements it; this project has none.</summary>
public interface IMissingScores
{
    /// <summary>The card of a proxy it can measure; null where there is none of that name.</summary>
    ProxyInfo? Proxy(string id);

    /// <summary>Names the passes a proxy needs: proxies with the same name share them all.</summary>
    string Passes(string id);

    /// <summary>Measures scores and adds them to a store.</summary>
    /// <exception cref="UserError">It cannot measure under that protocol.</exception>
    void Measure(RunStore store, Protocol protocol, IReadOnlyList<Architecture> architectures, IReadOnlyList<string> proxies);
}
