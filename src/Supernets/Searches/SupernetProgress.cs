namespace ZcBench.Supernets.Searches;

/// <summary>Where the searches of one command stand.</summary>
/// <param name="Search">What is under way.</param>
/// <param name="Done">Work done, in passes.</param>
/// <param name="Total">Work planned.</param>
/// <param name="Elapsed">Time since the first began here.</param>
/// <param name="Fresh">Work done since then.</param>
internal sealed record SupernetProgress(
    string Search,
    double Done,
    double Total,
    TimeSpan Elapsed,
    double Fresh
)
{
    /// <summary>Expected time until the end at the rate so far; null before the first epoch.</summary>
    public TimeSpan? Remaining => Fresh > 0 ? Elapsed * (Math.Max(0, Total - Done) / Fresh) : null;
}
