namespace ZcBench.Statistics;

/// <summary>A sample whose architectures have a size.</summary>
/// <param name="Sample">Scores and accuracies.</param>
/// <param name="Parameters">Number of trainable parameters of each.</param>
/// <param name="Convolutions">
/// Number of convolutions of each one's cell; null where the space does not tell.
/// </param>
public sealed record SizedSample(
    Sample Sample,
    IReadOnlyList<long> Parameters,
    IReadOnlyList<int>? Convolutions
)
{
    /// <summary>Rows of equal parameters, the groups in increasing order.</summary>
    internal IEnumerable<int[]> BySize() =>
        Enumerable
            .Range(0, Sample.Count)
            .GroupBy(row => Parameters[row])
            .OrderBy(group => group.Key)
            .Select(group => group.ToArray());

    /// <summary>Rows of equal numbers of convolutions, in increasing order.</summary>
    internal IEnumerable<IGrouping<int, int>> ByConvolutions() =>
        Enumerable.Range(0, Sample.Count).GroupBy(row => Convolutions![row]).OrderBy(group => group.Key);
}
