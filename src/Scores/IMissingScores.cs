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

    /// <summary>Measures scores as a run does and adds them to its store.</summary>
    /// <param name="store">Where they go.</param>
    /// <param name="protocol">How the run measured.</param>
    /// <param name="training">How it trained; null for not at all.</param>
    /// <param name="architectures">What to score.</param>
    /// <param name="proxies">With what.</param>
    /// <param name="stop">Ends it early.</param>
    /// <exception cref="UserError">It cannot measure as the run does.</exception>
    /// <exception cref="OperationCanceledException">
    /// It was stopped; the store has what was measured.
    /// </exception>
    void Measure(
        RunStore store,
        Protocol protocol,
        TrainingRecipe? training,
        IReadOnlyList<Architecture> architectures,
        IReadOnlyList<string> proxies,
        CancellationToken stop
    );
}
