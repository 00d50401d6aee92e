namespace ZcBench.Statistics;

/// <summary>How far down a ranking is looked.</summary>
internal static class Depth
{
    /// <summary>At most a tenth of the architectures, and at least one.</summary>
    public static int Tenth(int count, int most) => Math.Clamp((count + 9) / 10, 1, most);
}
