namespace ZcBench.Scores.Published;

/// <summary>
/// A file of scores that others published, beside which ours are put. They keep their sign, for the file
/// states no direction; what is not finite, or a known stand-in for a failure, is undefined and never a
/// number.
/// </summary>
/// <param name="File">Path as it was given.</param>
/// <param name="Checksum">SHA-256 of the file's bytes.</param>
/// <param name="Columns">The proxies, sorted by name.</param>
public sealed record PublishedScores(string File, string Checksum, IReadOnlyList<PublishedColumn> Columns);
