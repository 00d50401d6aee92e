namespace ZcBench.Statistics;

/// <summary>Unordered pairs.</summary>
internal static class Pairs
{
    /// <summary>n(n − 1)/2.</summary>
    public static long Of(long count) => count * (count - 1) / 2;
}
