namespace ZcBench.Scores.Published;

/// <summary>A suite whose scores go around under names with a prefix of its own, as "nbsz_nwot".</summary>
/// <param name="Prefix">What its names start with.</param>
/// <param name="Title">Name of the suite.</param>
internal sealed record PublishedSource(string Prefix, string Title)
{
    /// <summary>The suites that are known. No other prefix is taken off a name.</summary>
    public static IReadOnlyList<PublishedSource> All { get; } =
    [new("nbsz_", "NAS-Bench-Suite-Zero"), new("freerea_", "FreeREA")];

    /// <summary>A published name without the prefix of a known suite; null where it has none.</summary>
    public static string? Bare(string name) =>
        All.FirstOrDefault(source =>
            name.Length > source.Prefix.Length && name.StartsWith(source.Prefix, StringComparison.Ordinal)
        )
            is { } source
            ? name[source.Prefix.Length..]
            : null;
}
