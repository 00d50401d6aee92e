using ZcBench.Reports.Figures.Parts;
using ZcBench.Scores;

namespace ZcBench.Reports.Figures;

/// <summary>What a column is: figures give each kind a colour and a shape.</summary>
internal static class ColumnKinds
{
    private static readonly (string Name, PointLook Look)[] All =
    [
        ("proxy", new(PointShape.Circle, Theme.Blue)),
        ("aggregate", new(PointShape.Triangle, Theme.Vermillion, 8.5)),
        ("count of the graph", new(PointShape.Square, Theme.Grey, 7)),
    ];

    /// <summary>The kind of a column.</summary>
    public static string Of(ScoreColumn column) =>
        All[
            column.IsCounting ? 2
            : column.IsAggregate ? 1
            : 0
        ].Name;

    /// <summary>How the points of a kind look.</summary>
    public static PointLook Look(string kind) => Array.Find(All, item => item.Name == kind).Look;

    /// <summary>Legend entries of the kinds that occur.</summary>
    public static IEnumerable<LegendEntry> Legend(IEnumerable<string> kinds)
    {
        var found = kinds.ToHashSet(StringComparer.Ordinal);
        return All.Where(item => found.Contains(item.Name))
            .Select(item => new LegendEntry(item.Name) { Point = item.Look });
    }
}
