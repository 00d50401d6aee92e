using ZcBench.Benchmarks.Randomness;

namespace ZcBench.Reports.Figures;

/// <summary>
/// Which points of a cloud are drawn: all, or of a large one as many as paper and eye can take, always the
/// same.
/// </summary>
internal static class PointSample
{
    /// <summary>More points than this are thinned.</summary>
    public const int Most = 3000;

    /// <summary>How many are left then.</summary>
    public const int Drawn = 2000;

    /// <summary>The numbers of the points that are drawn, in increasing order.</summary>
    public static IReadOnlyList<int> Of(int count) =>
        count <= Most
            ? [.. Enumerable.Range(0, count)]
            : Sampling.WithoutReplacement(count, Drawn, new CounterRandom(0, "points of a figure"));

    /// <summary>A sentence for the caption; empty where all are drawn.</summary>
    public static string Words(int count) =>
        count <= Most ? "" : $" Drawn are {Drawn} points, taken at random.";
}
