namespace ZcBench.Supernets.Searches;

/// <summary>What one search came to.</summary>
/// <param name="Search">The call, as it is written.</param>
/// <param name="Seed">Its seed.</param>
/// <param name="Chosen">The text of what it chose by itself.</param>
/// <param name="Candidates">What an oracle would choose among, the search's own order.</param>
/// <param name="Cost">What it took.</param>
/// <param name="Readings">What it showed of itself.</param>
internal sealed record SupernetOutcome(
    string Search,
    long Seed,
    string Chosen,
    IReadOnlyList<string> Candidates,
    SearchCost Cost,
    IReadOnlyList<Reading> Readings
);
