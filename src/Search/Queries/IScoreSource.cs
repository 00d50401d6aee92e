using ZcBench.Benchmarks;
using ZcBench.Scores;

namespace ZcBench.Search.Queries;

/// <summary>Where the scores of a search come from.</summary>
public interface IScoreSource
{
    /// <summary>One sentence for captions: whose scores, measured how.</summary>
    string Description { get; }

    /// <summary>Every proxy it holds scores of.</summary>
    IReadOnlyList<string> Known { get; }

    /// <summary>Whether what <see cref="Measure"/> gives is still there for later searches.</summary>
    bool KeepsScores => false;

    /// <summary>The card of a proxy.</summary>
    /// <exception cref="UserError">There is none of that name.</exception>
    ProxyInfo Proxy(string id);

    /// <summary>The name that a proxy has where its scores were found.</summary>
    string FullName(string id) => id;

    /// <summary>
    /// Names the passes a proxy needs: proxies with the same name share them all, and are paid for once.
    /// </summary>
    string Passes(string id) => id;

    /// <summary>The scores of a proxy that are there, by architecture text.</summary>
    IReadOnlyDictionary<string, StoredScore> Stored(string id);

    /// <summary>
    /// Measures scores that are not there, so that <see cref="Stored"/> has them afterwards.
    /// </summary>
    /// <exception cref="UserError">It cannot.</exception>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    void Measure(
        IReadOnlyList<Architecture> architectures,
        IReadOnlyList<string> proxies,
        CancellationToken stop
    );
}
