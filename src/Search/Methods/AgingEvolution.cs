using ZcBench.Benchmarks.Randomness;
using ZcBench.Search.Desk;

namespace ZcBench.Search.Methods;

/// <summary>
/// Regularised evolution from a first population: the best of a few members drawn with replacement has a child one step away, the child
/// is trained and joins, the oldest member dies.
/// </summary>
internal static class AgingEvolution
{
    /// <summary>Members alive at a time.</summary>
    public const int Population = 10;

    private const int Tournament = 3;

    // A child that was trained before costs nothing; a population that has nothing else left must still end.
    private const int MostFreeChildren = 1000;

    /// <summary>Evolves until the budget is spent.</summary>
    public static void Run(SearchTask task, IEnumerable<int> first, SequentialRandom random)
    {
        var alive = new Queue<(int Architecture, double Percent)>();
        foreach (var architecture in first)
        {
            if (task.Validation.Ask(architecture) is not { } percent)
            {
                return;
            }

            alive.Enqueue((architecture, percent));
        }

        for (var free = 0; task.Validation.QueriesLeft > 0 && free < MostFreeChildren; free++)
        {
            var members = alive.ToArray();
            var parent = members[random.Below(members.Length)];
            for (var i = 1; i < Tournament; i++)
            {
                var rival = members[random.Below(members.Length)];
                parent = rival.Percent > parent.Percent ? rival : parent;
            }

            var steps = task.Neighbours[parent.Architecture];
            var child = steps.Count > 0 ? steps[random.Below(steps.Count)] : random.Below(task.Candidates);
            free = task.Validation.IsKnown(child) ? free : -1;
            if (task.Validation.Ask(child) is not { } percent)
            {
                return;
            }

            alive.Enqueue((child, percent));
            alive.Dequeue();
        }
    }
}
