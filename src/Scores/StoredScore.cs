namespace ZcBench.Scores;

/// <summary>A score as the store keeps it.</summary>
/// <param name="Architecture">Official text of the architecture.</param>
/// <param name="Proxy">Id of the proxy.</param>
/// <param name="Score">The number, or why there is none.</param>
/// <param name="Milliseconds">
/// Wall-clock time of the passes this proxy needed and of its own arithmetic: what it would have cost alone,
/// as measured while it shared them.
/// </param>
public sealed record StoredScore(string Architecture, string Proxy, Score Score, double Milliseconds);
