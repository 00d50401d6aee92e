namespace ZcBench.Profiling;

/// <summary>A finished profile.</summary>
/// <param name="Machine">Processor, operating system and runtime, several lines.</param>
/// <param name="Rows">One a case.</param>
public sealed record ProfileResult(string Machine, IReadOnlyList<ProfileRow> Rows)
{
    /// <summary>
    /// For each architecture and batch: the shared plan, and the sum of the same proxies one by one.
    /// </summary>
    public IEnumerable<(ProfileRow Shared, double OneByOneMilliseconds)> Sharing =>
        from shared in Rows
        where shared.Case.Label == ProfileCase.Shared
        select (
            shared,
            Rows.Where(row =>
                    row.Case.Label != ProfileCase.Shared
                    && row.Case.Size == shared.Case.Size
                    && row.Case.Batch == shared.Case.Batch
                )
                .Sum(row => row.Milliseconds)
        );
}
