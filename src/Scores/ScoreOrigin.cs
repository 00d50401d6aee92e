namespace ZcBench.Scores;

/// <summary>Where scores come from that were not measured here.</summary>
/// <param name="File">Name of the file.</param>
/// <param name="Checksum">SHA-256 of its bytes.</param>
/// <param name="StatesBudget">Whether it says what the scores have seen (the label budget).</param>
public sealed record ScoreOrigin(string File, string Checksum, bool StatesBudget);
