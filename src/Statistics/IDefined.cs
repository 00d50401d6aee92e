namespace ZcBench.Statistics;

/// <summary>Something that is computed and has a definition. docs/statistics.md is made from these.</summary>
public interface IDefined
{
    /// <summary>What is computed, in words and as a formula.</summary>
    StatisticInfo Info { get; }
}
