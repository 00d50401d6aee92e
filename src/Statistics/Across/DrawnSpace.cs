namespace ZcBench.Statistics.Across;

/// <summary>A space as one resample drew it.</summary>
/// <param name="Space">Which space.</param>
/// <param name="Tasks">Which of its tasks, each as often as it was drawn.</param>
/// <param name="Tau">For each of those the τ-b of every method on the drawn architectures.</param>
internal sealed record DrawnSpace(int Space, int[] Tasks, double[][] Tau);
