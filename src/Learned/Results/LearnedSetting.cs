namespace ZcBench.Learned.Results;

/// <summary>How much is learned from, and how often.</summary>
/// <param name="Sizes">Numbers of accuracies.</param>
/// <param name="Repeats">Draws of each size.</param>
/// <param name="Seed">Names the draws.</param>
public sealed record LearnedSetting(IReadOnlyList<int> Sizes, int Repeats, long Seed);
