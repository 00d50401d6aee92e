namespace ZcBench.Scores.Published;

/// <summary>Which names of published scores mean which of our proxies.</summary>
internal static class Namesakes
{
    // Names that other suites use for the same definition, up to an increasing map.
    private static readonly Dictionary<string, string[]> Ours = new(StringComparer.Ordinal)
    {
        ["nwot"] = ["wot", "nwot"],
        ["naswot"] = ["wot", "nwot"],
        ["jacov"] = ["jacob_cov"],
        ["nregions"] = ["linear_regions"],
    };

    /// <summary>
    /// Whether a published name means a proxy of ours: it is the same, or an alias, or one of these after the
    /// prefix of a known suite (<see cref="PublishedSource"/>).
    /// </summary>
    public static bool Are(string ours, string theirs) =>
        Means(ours, theirs) || (PublishedSource.Bare(theirs) is { } bare && Means(ours, bare));

    /// <summary>Our ids that a published name may mean, the same name first.</summary>
    public static IEnumerable<string> Of(string theirs) =>
        new[] { theirs, PublishedSource.Bare(theirs) }
            .OfType<string>()
            .SelectMany(name => Ours.GetValueOrDefault(name, []).Prepend(name));

    private static bool Means(string ours, string theirs) =>
        ours == theirs || (Ours.TryGetValue(theirs, out var ids) && ids.Contains(ours));
}
