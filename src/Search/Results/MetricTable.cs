using ZcBench.Reports.Tables;
using ZcBench.Statistics;
using ZcBench.Statistics.Catalogue;

namespace ZcBench.Search.Results;

/// <summary>
/// HNAS's theory says that its metrics bound each other up to constants, so that they rank architectures
/// alike: Spearman's ρ between the sizes |M| of each pair.
/// </summary>
public static class MetricTable
{
    /// <summary>The table; null for fewer than two metrics.</summary>
    /// <param name="sizes">By metric: |M| of every candidate, NaN where it is undefined.</param>
    /// <param name="scores">One sentence: where the scores come from.</param>
    public static ReportTable? Of(IReadOnlyDictionary<string, double[]> sizes, string scores)
    {
        var ids = sizes.Keys.Order(StringComparer.Ordinal).ToList();
        if (ids.Count < 2)
        {
            return null;
        }

        int[] rows =
        [
            .. Enumerable
                .Range(0, sizes[ids[0]].Length)
                .Where(i => ids.TrueForAll(id => double.IsFinite(sizes[id][i]))),
        ];
        var ranks = ids.Select(id => Ranks.Of([.. rows.Select(i => sizes[id][i])])).ToList();
        return new(
            "metrics",
            "Spearman's ρ between the magnitudes |M| of HNAS's metrics, "
                + $"over the {rows.Length} architectures with all of them. {scores}",
            [new("ρ", IsNumber: false), .. ids.Select(id => new ReportColumn(id))],
            [
                .. ids.Select(
                    (id, i) =>
                        (IReadOnlyList<string>)
                            [id, .. ids.Select((_, j) => NumberText.Number(Spearman.Of(ranks[i], ranks[j])))]
                ),
            ]
        );
    }
}
