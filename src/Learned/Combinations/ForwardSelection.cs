namespace ZcBench.Learned.Combinations;

/// <summary>
/// Greedy forward selection: the proxy with the highest τ-b first, then each time the one that raises the τ-b
/// of the rank sum most. It ends when none raises it or there are enough.
/// </summary>
public static class ForwardSelection
{
    /// <summary>The chosen proxies after each step, the first step first.</summary>
    /// <param name="tau">τ-b of the rank sum of some proxies where they are chosen.</param>
    /// <param name="candidates">Proxies to choose from.</param>
    /// <param name="most">How many to choose at most.</param>
    public static IReadOnlyList<IReadOnlyList<string>> Of(
        Func<IReadOnlyList<string>, double> tau,
        IReadOnlyList<string> candidates,
        int most
    )
    {
        var steps = new List<IReadOnlyList<string>>();
        IReadOnlyList<string> chosen = [];
        var best = double.NegativeInfinity;
        while (chosen.Count < Math.Min(most, candidates.Count))
        {
            var (highest, next) = candidates
                .Except(chosen, StringComparer.Ordinal)
                .AsParallel()
                .AsOrdered()
                .Select(IReadOnlyList<string> (id) => [.. chosen, id])
                .Select(members => (Tau: tau(members), Members: members))
                .ToList()
                .MaxBy(item => item.Tau);
            if (highest <= best)
            {
                break;
            }

            (best, chosen) = (highest, next);
            steps.Add(chosen);
        }

        return steps;
    }
}
