using ZcBench.Scores;

namespace ZcBench.Reports.Published;

/// <summary>The scores of one proxy as others published them.</summary>
/// <param name="Id">Name in the file.</param>
/// <param name="Scores">By official architecture text; an architecture that the file leaves empty is not there.</param>
/// <param name="MeanSeconds">Mean time an architecture that the file states; null where it states none.</param>
public sealed record PublishedColumn(string Id, IReadOnlyDictionary<string, Score> Scores, double? MeanSeconds);
