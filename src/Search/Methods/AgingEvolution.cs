using ZcBench.Benchmarks.Randomness;
using ZcBench.Search.Queries;

namespace ZcBench.Search.Methods;

/// <summary>
/// Regularised evolution from a first population: the best of a few members drawn with replacement has a
/// child one step away, the child is trained and joins, the oldest member dies. Where a table holds no
/// architecture one step away, the child is one drawn from all that were not trained.
/// </summary>
internal static class AgingEvolution
{
    /// <summary>Members alive at a time.</summary>
    public const int Population = 10;

    private const int Tournament = 3;

    // A child that was trained before costs nothing. After so many of them in a row nothing else is near, and
    // one is drawn from anywhere.
    private const int MostFreeChildren = 1000;

    /// <summary>Evolves until the budget is spent.</summary>
    public static void Run(SearchTask task, IEnumerable<int> first, SequentialRandom random)
    {
        var alive = new Queue<(int Architecture, double Percent)>();
        foreach (var member in first)
        {
            if (task.Validation.Ask(member) is not { } accuracy)
            {
                return;
            }

            alive.Enqueue((member, accuracy));
        }

        for (var free = 0; alive.Count > 0 && task.Validation.QueriesLeft > 0; free++)
        {
            var members = alive.ToArray();
            var parent = members[random.Below(members.Length)];
            for (var i = 1; i < Tournament; i++)
            {
                var rival = members[random.Below(members.Length)];
                parent = rival.Percent > parent.Percent ? rival : parent;
            }

            var steps = task.Neighbours[parent.Architecture];
            var child =
                free < MostFreeChildren && steps.Count > 0
                    ? steps[random.Below(steps.Count)]
                    : Untrained(task, random);
            free = child is { } known && task.Validation.IsKnown(known) ? free : -1;
            if (child is not { } architecture || task.Validation.Ask(architecture) is not { } accuracy)
            {
                return;
            }

            alive.Enqueue((architecture, accuracy));
            alive.Dequeue();
        }
    }

    // Null where everything was trained.
    private static int? Untrained(SearchTask task, SequentialRandom random)
    {
        int[] left =
        [
            .. Enumerable.Range(0, task.Candidates).Where(candidate => !task.Validation.IsKnown(candidate)),
        ];
        return left.Length > 0 ? left[random.Below(left.Length)] : null;
    }
}
