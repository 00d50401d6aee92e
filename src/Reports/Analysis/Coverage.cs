using ZcBench.Scores;
using ZcBench.Statistics;
using ZcBench.Statistics.Catalogue;

namespace ZcBench.Reports.Analysis;

/// <summary>
/// How many architectures a proxy could score, and what its failures do to its correlations.
/// </summary>
/// <param name="Asked">Number of architectures.</param>
/// <param name="Defined">How many have a score.</param>
/// <param name="Undefined">How many have none, by reason, most frequent first.</param>
/// <param name="RhoDropped">Spearman's ρ without the undefined.</param>
/// <param name="TauDropped">Kendall's τ-b without the undefined.</param>
/// <param name="RhoWorst">Spearman's ρ with the undefined ranked worst, all tied.</param>
/// <param name="TauWorst">Kendall's τ-b with the undefined ranked worst, all tied.</param>
public sealed record Coverage(
    int Asked,
    int Defined,
    IReadOnlyList<KeyValuePair<string, int>> Undefined,
    Estimate RhoDropped,
    Estimate TauDropped,
    Estimate RhoWorst,
    Estimate TauWorst
)
{
    internal static Coverage Of(ScoreColumn column, Sample worst)
    {
        var defined = Enumerable
            .Range(0, column.Scores.Count)
            .Where(row => column.Scores[row].IsDefined)
            .ToArray();
        var dropped = defined.Length == worst.Count ? worst : worst.Select(defined);
        var reasons = column
            .Scores.Where(score => !score.IsDefined)
            .GroupBy(score => score.Reason!, StringComparer.Ordinal)
            .Select(group => KeyValuePair.Create(group.Key, group.Count()))
            .OrderByDescending(reason => reason.Value)
            .ThenBy(reason => reason.Key, StringComparer.Ordinal);
        return new(
            column.Scores.Count,
            defined.Length,
            [.. reasons],
            new Spearman().Compute(dropped),
            new KendallTauB().Compute(dropped),
            new Spearman().Compute(worst),
            new KendallTauB().Compute(worst)
        );
    }
}
