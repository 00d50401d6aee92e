using ZcBench.Benchmarks.Randomness;
using ZcBench.Search.Queries;

namespace ZcBench.Search.Methods;

/// <summary>Chooses the best of a drawn set by a proxy and trains nothing.</summary>
public sealed class BestByProxy : ISearchMethod
{
    /// <inheritdoc/>
    public MethodCard Card { get; } =
        new()
        {
            Id = "proxy",
            Title = "best by a proxy",
            Rule = "Scores architectures drawn at random and chooses the best one; nothing is trained.",
            Paper = new(
                "Mellor, Turner, Storkey and Crowley",
                "Neural Architecture Search without Training",
                "ICML 2021",
                "https://arxiv.org/abs/2006.04647"
            ),
            Argument = "a proxy or an aggregate",
            Arguments = ["nwot"],
            Draw = "how many are scored",
            UsualDraw = 1000,
        };

    /// <inheritdoc/>
    public IReadOnlyList<string> Scores(MethodCall call) => [call.Argument];

    /// <inheritdoc/>
    public int? Search(SearchTask task, MethodCall call, SequentialRandom random)
    {
        var best = ProxyRanking.Of(task, call.Argument, task.DrawFromPool(call.Draw, random)).ToList();
        return best.Count > 0 ? best[0] : null;
    }
}
