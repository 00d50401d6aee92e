using ZcBench.Benchmarks.Randomness;
using ZcBench.Search.Queries;

namespace ZcBench.Search.Methods;

/// <summary>Trains architectures drawn at random, as many as the budget allows.</summary>
public sealed class RandomSearch : ISearchMethod
{
    /// <inheritdoc/>
    public MethodCard Card { get; } =
        new()
        {
            Id = "random",
            Title = "random search",
            Rule =
                "Trains architectures drawn uniformly without replacement "
                + "and keeps the best by validation accuracy.",
            Paper = new(
                "Bergstra and Bengio",
                "Random Search for Hyper-Parameter Optimization",
                "JMLR 2012",
                "https://www.jmlr.org/papers/v13/bergstra12a.html"
            ),
        };

    /// <inheritdoc/>
    public int? Search(SearchTask task, MethodCall call, SequentialRandom random)
    {
        foreach (var architecture in random.Distinct(task.Candidates, task.Candidates))
        {
            if (task.Validation.Ask(architecture) is null)
            {
                break;
            }
        }

        return null;
    }
}
