using ZcBench.Benchmarks.Randomness;
using ZcBench.Search.Queries;

namespace ZcBench.Search.Methods;

/// <summary>Regularised evolution whose first population is the best of a drawn set by a proxy.</summary>
public sealed class WarmEvolution : ISearchMethod
{
    /// <inheritdoc/>
    public MethodCard Card { get; } =
        new()
        {
            Id = "warm_evolution",
            Title = "regularised evolution, warmed up by a proxy",
            Rule =
                "Scores architectures drawn at random; "
                + "the 10 best by the proxy are the first population of regularised evolution.",
            Paper = new(
                "Abdelfattah, Mehrotra, Dudziak and Lane",
                "Zero-Cost Proxies for Lightweight NAS",
                "ICLR 2021",
                "https://arxiv.org/abs/2101.08134"
            ),
            Argument = "a proxy or an aggregate",
            Arguments = ["synflow"],
            Draw = "how many are scored",
            UsualDraw = 1000,
        };

    /// <inheritdoc/>
    public IReadOnlyList<string> Scores(MethodCall call) => [call.Argument];

    /// <inheritdoc/>
    public bool StaysInPool(MethodCall call) => false;

    /// <inheritdoc/>
    public int? Search(SearchTask task, MethodCall call, SequentialRandom random)
    {
        var best = ProxyRanking.Of(task, call.Argument, task.DrawFromPool(call.Draw, random));
        AgingEvolution.Run(task, best.Take(AgingEvolution.Population), random);
        return null;
    }
}
