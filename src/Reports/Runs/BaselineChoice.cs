namespace ZcBench.Reports.Runs;

/// <summary>Which counting baselines a report shows beside the proxies asked for.</summary>
public enum BaselineChoice
{
    /// <summary>The one with the highest ρ on the architectures shown.</summary>
    Best,

    /// <summary>None; gains are still measured against the best.</summary>
    None,

    /// <summary>All of them.</summary>
    All,
}
