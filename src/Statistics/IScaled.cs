namespace ZcBench.Statistics;

/// <summary>A statistic with a depth (a k, a P) that must not exceed the number of architectures.</summary>
public interface IScaled : IStatistic
{
    /// <summary>The statistic with the depth that a set of so many architectures is reported with.</summary>
    IStatistic For(int count);
}
