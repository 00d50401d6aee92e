namespace ZcBench.Learned.Results;

/// <summary>Where learning stands.</summary>
/// <param name="Done">Draws finished.</param>
/// <param name="Total">Sizes times splits times repeats.</param>
public sealed record LearnedProgress(int Done, int Total);
