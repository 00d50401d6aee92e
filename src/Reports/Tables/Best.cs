namespace ZcBench.Reports.Tables;

/// <summary>Which end of a column is good, so that the best of it can be shown in bold.</summary>
public enum Best
{
    /// <summary>Neither.</summary>
    None,

    /// <summary>The highest number.</summary>
    Highest,

    /// <summary>The lowest number.</summary>
    Lowest,
}
