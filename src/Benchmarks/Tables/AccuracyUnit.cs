namespace ZcBench.Benchmarks.Tables;

/// <summary>How an accuracy is written; the column's name says it, the numbers never do.</summary>
public enum AccuracyUnit
{
    /// <summary>As the task's metric is: 0 to 100 for accuracies.</summary>
    Metric,

    /// <summary>0 to 1 for a metric in percent.</summary>
    Fraction,

    /// <summary>A loss, lower is better; it is read with its sign turned.</summary>
    Loss,
}
