namespace ZcBench.Runs;

/// <summary>Where a scoring run stands.</summary>
/// <param name="Done">Architectures finished by this process.</param>
/// <param name="Total">Architectures that were missing when it started.</param>
/// <param name="Elapsed">Time since it started.</param>
public sealed record ScoringProgress(int Done, int Total, TimeSpan Elapsed)
{
    /// <summary>What the user should know, said once; null for nothing.</summary>
    public string? Notice { get; init; }

    /// <summary>Steps of training done, of one or several networks at once.</summary>
    public long Steps { get; init; }

    /// <summary>Steps of training that there are, some of which an earlier process may have done.</summary>
    public long TotalSteps { get; init; }

    /// <summary>Architectures a second so far.</summary>
    public double Rate => Elapsed > TimeSpan.Zero ? Done / Elapsed.TotalSeconds : 0;

    /// <summary>Expected time until the end at the rate so far; null before the first architecture.</summary>
    public TimeSpan? Remaining =>
        Steps > 0 && Done < Total ? Elapsed / Steps * (TotalSteps - Steps)
        : Done > 0 ? Elapsed / Done * (Total - Done)
        : null;
}
