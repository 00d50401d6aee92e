using ZcBench.Benchmarks.Randomness;
using ZcBench.Search.Queries;

namespace ZcBench.Search.Methods;

/// <summary>
/// Climbs from random starts: trains neighbours in random order and moves to the first that is better.
/// </summary>
public sealed class LocalSearch : ISearchMethod
{
    /// <inheritdoc/>
    public MethodCard Card { get; } =
        new()
        {
            Id = "local",
            Title = "local search",
            Rule =
                "From a random architecture, trains neighbours in random order and moves to the first better "
                + "one; starts anew where none is better.",
            Paper = new(
                "White, Nolen and Savani",
                "Exploring the Loss Landscape in Neural Architecture Search",
                "UAI 2021",
                "https://arxiv.org/abs/2005.02960"
            ),
        };

    /// <inheritdoc/>
    public int? Search(SearchTask task, MethodCall call, SequentialRandom random)
    {
        foreach (var start in random.Distinct(task.Candidates, task.Candidates))
        {
            if (task.Validation.QueriesLeft == 0)
            {
                break;
            }

            Climb(task, start, random);
        }

        return null;
    }

    private static void Climb(SearchTask task, int start, SequentialRandom random)
    {
        for (int? next = start; next is { } place; )
        {
            next = task.Validation.Ask(place) is { } accuracy ? Better(task, place, accuracy, random) : null;
        }
    }

    private static int? Better(SearchTask task, int place, double accuracy, SequentialRandom random)
    {
        var neighbours = task.Neighbours[place];
        foreach (
            var neighbour in random.Distinct(neighbours.Count, neighbours.Count).Select(i => neighbours[i])
        )
        {
            if (task.Validation.Ask(neighbour) is not { } seen)
            {
                return null;
            }

            if (seen > accuracy)
            {
                return neighbour;
            }
        }

        return null;
    }
}
