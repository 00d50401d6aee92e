using ZcBench.Benchmarks;
using ZcBench.Benchmarks.Randomness;
using ZcBench.Search.Queries;

namespace ZcBench.Search.Methods;

/// <summary>
/// Regularised evolution from a random population, population and tournament as NAS-Bench-201 has them.
/// </summary>
public sealed class Evolution : ISearchMethod
{
    internal static readonly Citation Real = new(
        "Real, Aggarwal, Huang and Le",
        "Regularized Evolution for Image Classifier Architecture Search",
        "AAAI 2019",
        "https://arxiv.org/abs/1802.01548"
    );

    /// <inheritdoc/>
    public MethodCard Card { get; } =
        new()
        {
            Id = "evolution",
            Title = "regularised evolution",
            Rule =
                "10 random architectures; "
                + "then the best of 3 members drawn with replacement has a child one step away, "
                + "and the oldest member dies.",
            Paper = Real,
        };

    /// <inheritdoc/>
    public int? Search(SearchTask task, MethodCall call, SequentialRandom random)
    {
        AgingEvolution.Run(
            task,
            random.Distinct(task.Candidates, Math.Min(AgingEvolution.Population, task.Candidates)),
            random
        );
        return null;
    }
}
