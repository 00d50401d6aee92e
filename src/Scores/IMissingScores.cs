using ZcBench.Benchmarks;

namespace ZcBench.Scores;

/// <summary>
/// Measures scores that a store lacks. Whoever has a tensor library implements it; whoever needs the scores,
/// as a search does, gets by without one.
/// </summary>
public interface IMissingScores
{
    /// <summary>The card of a proxy it can measure; null where there is none of that name.</summary>
    ProxyInfo? Proxy(string id);

    /// <summary>Names the passes a proxy needs: proxies with the same name share them all.</summary>
    string Passes(string id);

    /// <summary>Measures scores and adds them to a store.</summary>
    /// <exception cref="UserError">It cannot measure under that protocol.</exception>
    /// <exception cref="OperationCanceledException">
    /// It was stopped; the store has what was measured.
    /// </exception>
    void Measure(
        RunStore store,
        Protocol protocol,
        IReadOnlyList<Architecture> architectures,
        IReadOnlyList<string> proxies,
        CancellationToken stop
    );
}
