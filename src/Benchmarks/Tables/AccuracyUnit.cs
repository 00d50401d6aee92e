namespace ZcBench.Benchmarks.Tables;

/// <summary>How an accuracy is written; the column's name says it, the numbers never do.</summary>
public enum AccuracyUnit
{
    /// <summary>0 to 100.</summary>
    Percent,

    /// <summary>0 to 1.</summary>
    Fraction,
}
