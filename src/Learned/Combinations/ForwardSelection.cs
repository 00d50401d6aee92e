namespace ZcBench.Learned.Combinations;

/// <summary>
/// Greedy forward selection: the proxy with the highest τ-b first, then each time the one that raises the τ-b
/// of the rank sum most. It ends when none raises it or there are enough.
/// </summary>
public static class ForwardSelection
{
    /// <summary>The chosen proxies after each step, the first step first.</summary>
    /// <param name="task">Where to choose.</param>
    /// <param name="candidates">Proxies to choose from.</param>
    /// <param name="most">How many to choose at most.</param>
    public static IReadOnlyList<IReadOnlyList<string>> Of(
        CombinationTask task,
        IReadOnlyList<string> candidates,
        int most
    )
    {
        var steps = new List<IReadOnlyList<string>>();
        IReadOnlyList<string> chosen = [];
        var best = double.NegativeInfinity;
        while (chosen.Count < most)
        {
            var (tau, next) = candidates
                .Except(chosen, StringComparer.Ordinal)
                .AsParallel()
                .AsOrdered()
                .Select(id =>
                    (Tau: task.Tau([.. chosen, id]), Chosen: (IReadOnlyList<string>)[.. chosen, id])
                )
                .ToList()
                .MaxBy(item => item.Tau);
            if (next is null || tau <= best)
            {
                break;
            }

            (best, chosen) = (tau, next);
            steps.Add(chosen);
        }

        return steps;
    }
}
