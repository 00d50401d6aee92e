namespace ZcBench.Search;

/// <summary>Where the searches of one command stand.</summary>
/// <param name="Done">Searches finished.</param>
/// <param name="Total">Methods times repeats.</param>
/// <param name="Elapsed">Time since the first began.</param>
public sealed record SearchProgress(int Done, int Total, TimeSpan Elapsed)
{
    /// <summary>Searches a second so far.</summary>
    public double Rate => Elapsed > TimeSpan.Zero ? Done / Elapsed.TotalSeconds : 0;

    /// <summary>Expected time until the end at the rate so far; null before the first search.</summary>
    public TimeSpan? Remaining => Done > 0 ? Elapsed / Done * (Total - Done) : null;
}
