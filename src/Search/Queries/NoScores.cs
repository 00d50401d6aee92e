using ZcBench.Benchmarks;
using ZcBench.Scores;

namespace ZcBench.Search.Queries;

/// <summary>No scores at all: enough for searches that use none.</summary>
public sealed class NoScores : IScoreSource
{
    /// <inheritdoc/>
    public string Description => "No scores were used.";

    /// <inheritdoc/>
    public IReadOnlyList<string> Known => [];

    /// <inheritdoc/>
    public ProxyInfo Proxy(string id) =>
        throw new UserError(
            $"a search needs scores of {id} and none were given; name run folders with --scores, "
                + "or a file with --published"
        );

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, StoredScore> Stored(string id) =>
        throw new InvalidOperationException("there are no scores");

    /// <inheritdoc/>
    public void Measure(
        IReadOnlyList<Architecture> architectures,
        IReadOnlyList<string> proxies,
        CancellationToken stop
    ) => throw new InvalidOperationException("there are no scores");
}
