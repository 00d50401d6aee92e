namespace ZcBench.Reports.Across;

/// <summary>A proxy that cannot be compared across all spaces.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Reason">Half a sentence: what it lacks, and where.</param>
internal sealed record LeftOutProxy(string Id, string Reason);
