using ZcBench.Reports.Figures;
using ZcBench.Reports.Figures.Parts;

namespace ZcBench.Reports.Drawing;

/// <summary>
/// Panels that stand side by side and would get too narrow for a width are put under each other.
/// </summary>
internal static class FigureFold
{
    // Panels may shrink to this share of their natural width at the same size of text.
    private const double LeastShare = 0.5;

    /// <summary>The figure with as many panels in a row as the size has room for.</summary>
    public static Figure ToFit(Figure figure, FigureSize size, bool hasTitle)
    {
        var most = figure.Rows.Max(row => row.Count);
        if (size.Width is null || most == 1 || figure.Rows.Count > 1)
        {
            return figure;
        }

        return Enumerable
            .Range(1, most)
            .Select(count => Rows(figure, most - count + 1))
            .First(folded => folded.Rows[0].Count == 1 || HasRoom(folded, size, hasTitle));
    }

    private static bool HasRoom(Figure figure, FigureSize size, bool hasTitle) =>
        FigureLayout
            .Of(figure, size, hasTitle)
            .Panels.All(item => item.Frame.Width >= LeastShare * size.Scale * item.Panel.Width);

    private static Figure Rows(Figure figure, int count)
    {
        var panels = figure.Rows[0];
        return figure with
        {
            Rows = [.. panels.Select((panel, i) => Folded(panels, panel, i, count)).Chunk(count)],
        };
    }

    // The first panel of a row gets the texts that it shared with the first panel of all; panels that have
    // one below them leave a common axis to it.
    private static Panel Folded(IReadOnlyList<Panel> panels, Panel panel, int place, int count)
    {
        var first = panels[0];
        var isFirst = place % count == 0;
        var isShared = place + count < panels.Count && panels[place + count].X.Scale.Equals(panel.X.Scale);
        return panel with
        {
            X = isShared ? panel.X with { Title = null, HasLabels = false } : panel.X,
            Y = isFirst
                ? panel.Y with
                {
                    Title = panel.Y.Title ?? first.Y.Title,
                    HasLabels = first.Y.HasLabels || panel.Y.HasLabels,
                }
                : panel.Y,
        };
    }
}
