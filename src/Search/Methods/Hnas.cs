using ZcBench.Benchmarks;
using ZcBench.Benchmarks.Randomness;
using ZcBench.Search.Queries;

namespace ZcBench.Search.Methods;

/// <summary>
/// HNAS with √ν between the quantiles of |M| over the first pool, so that its range fits every metric,
/// minibatch and initialisation.
/// </summary>
public sealed class Hnas : ISearchMethod
{
    internal static readonly IReadOnlyList<string> Metrics = ["grad_norm", "snip", "grasp", "ntk_trace"];

    internal static readonly Citation Shu = new(
        "Shu, Dai, Wu and Low",
        "Unifying and Boosting Gradient-Based Training-Free Neural Architecture Search",
        "NeurIPS 2022",
        "https://arxiv.org/abs/2201.09785"
    );

    /// <inheritdoc/>
    public MethodCard Card { get; } =
        new()
        {
            Id = "hnas",
            Title = "HNAS, hybrid objective",
            Rule =
                "Minimises κ/(|M| + 1e-6) + μ |M² − ν| over a growing pool; μ and √ν, a quantile of |M|, "
                + "by Bayesian optimisation (expected improvement) of validation accuracy, "
                + "a quarter of the queries, 10 at most, on a line first.",
            Paper = Shu,
            Argument = "the metric M",
            Arguments = Metrics,
            Draw = "how many are drawn before each query",
            UsualDraw = 2000,
        };

    /// <inheritdoc/>
    public bool DrawsWithReplacement => true;

    /// <inheritdoc/>
    public IReadOnlyList<string> Scores(MethodCall call) => [call.Argument, HybridSearch.Condition];

    /// <inheritdoc/>
    public void Check(MethodCall call) => HybridSearch.Check(call);

    /// <inheritdoc/>
    public int? Search(SearchTask task, MethodCall call, SequentialRandom random)
    {
        HybridSearch.Run(task, call, random, Quantile);
        return null;
    }

    // The share u of the first pool has a smaller |M|.
    private static double Quantile(double[] sorted, double u) =>
        sorted.Length == 0 ? 0 : sorted[(int)Math.Round(u * (sorted.Length - 1))];
}
