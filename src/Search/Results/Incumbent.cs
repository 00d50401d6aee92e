using ZcBench.Search.Queries;

namespace ZcBench.Search.Results;

/// <summary>The best architecture of a search from a moment on.</summary>
/// <param name="Seconds">Spent by then.</param>
/// <param name="Architecture">Number of the candidate.</param>
/// <param name="Validation">Its validation accuracy; null where the search trained nothing.</param>
internal sealed record Incumbent(double Seconds, int Architecture, double? Validation)
{
    /// <summary>All of a search in order; none where it chose nothing.</summary>
    public static IReadOnlyList<Incumbent> Of(SearchOutcome outcome)
    {
        var all = new List<Incumbent>();
        foreach (var query in outcome.Log)
        {
            if (all.Count == 0 || query.Validation > all[^1].Validation)
            {
                all.Add(new(query.SpentSeconds, query.Architecture, query.Validation));
            }
        }

        return all.Count == 0 && outcome.Chosen is { } chosen
            ? [new(outcome.SpentSeconds, chosen, null)]
            : all;
    }
}
