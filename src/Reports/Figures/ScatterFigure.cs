using System.Globalization;
using ZcBench.Reports.Analysis;
using ZcBench.Reports.Figures.Parts;
using ZcBench.Reports.Runs;
using ZcBench.Reports.Tables;
using ZcBench.Scores;

namespace ZcBench.Reports.Figures;

/// <summary>
/// Score against accuracy of each proxy, with how both are distributed. The page has its own, so these are
/// files only.
/// </summary>
internal sealed class ScatterFigure : IFigure
{
    private const int Bins = 36;
    private const string PointPart = "architecture";
    private const string ScorePart = "scores";
    private const string AccuracyPart = "accuracies";
    private const double PanelWidth = 400;
    private const double PanelHeight = 340;
    private const double EdgeDepth = 46;

    private static readonly PointLook LiveLook = new(PointShape.Circle, Theme.Blue, 5.3, 0.75);
    private static readonly PointLook DeadLook = new(PointShape.Cross, Theme.Vermillion, 6, 0.9);
    private static readonly PointLook UndefinedLook = new(PointShape.Dash, Theme.Vermillion, 9, 0.9);

    /// <inheritdoc/>
    public int Order => 90;

    /// <inheritdoc/>
    public IEnumerable<Figure> Of(ReportSubject subject) =>
        subject
            .Main.Populations[0]
            .Proxies.OrderBy(proxy => proxy.Id, StringComparer.Ordinal)
            .Where(proxy => proxy.Coverage.Defined > 1)
            .Select(proxy => Of(subject.Main, proxy));

    private static Figure Of(RunAnalysis analysis, ProxyReport proxy)
    {
        var (run, column) = (analysis.Run, proxy.Column);
        var defined = Enumerable
            .Range(0, run.Architectures.Count)
            .Where(i => column.Scores[i].IsDefined)
            .ToList();
        var x = AxisScale.Of([.. defined.Select(i => column.Scores[i].Value)]);
        var y = AxisOf(run);
        var data = new FigureData(
            "part",
            "architecture",
            "score",
            "accuracy",
            "error",
            "rank",
            "state",
            "to",
            "count"
        );
        AddPoints(data, run, column, y);
        var scoreCounts = Counts(defined.Select(i => x.Position(column.Scores[i].Value)));
        var accuracyCounts = Counts(run.Accuracies.Select(y.ErrorPosition));
        AddBins(data, ScorePart, x.Edges(Bins), scoreCounts);
        AddBins(data, AccuracyPart, y.Edges(Bins), accuracyCounts);
        var undefined = run.Architectures.Count - defined.Count;
        var left =
            undefined == 0 ? "" : $" {NumberText.Count(undefined)} have no score and stand at the left edge.";
        var lower =
            column.Proxy.Direction == Scores.Direction.LowerIsBetter ? " Lower scores are better." : "";
        return new(
            $"scatter_{FileName(column.Proxy.Id)}",
            $"{column.Proxy.Id} against accuracy",
            $"{column.Proxy.Title}: score against {Captions.About(run, analysis.Populations[0].Population)} "
                + $"Spearman's ρ {NumberText.Number(proxy.Rho.Point)} {NumberText.Span(proxy.Rho)}. Colour: "
                + "rank by accuracy. Crosses: networks whose output does not depend "
                + $"on the input.{left}{lower}{PointSample.Words(run.Architectures.Count)} Along the edges: "
                + "how all scores and accuracies are distributed. Accuracies stand on an axis of log error.",
            [
                [Distribution(scoreCounts, x)],
                [Cloud(run, column, x, y), Distribution(accuracyCounts)],
            ],
            data.ToCsv()
        )
        {
            Legend = Legend(run, column),
            Bar = ColourBar.AccuracyRanks,
            Spacing = 6,
            IsOnPage = false,
        };
    }

    // A proxy from elsewhere has any name; one of a file and of a label in LaTeX has few characters.
    private static string FileName(string id) =>
        string.Concat(
            id.Select(character =>
                char.IsAsciiLetterOrDigit(character) || character is '_' or '-' or '.' or '@'
                    ? $"{character}"
                    : string.Create(CultureInfo.InvariantCulture, $"-{(int)character:x}")
            )
        );

    private static AccuracyAxis AxisOf(ScoredRun run) => new(run.Manifest.Target.Measure, run.Accuracies);

    private static Panel Cloud(ScoredRun run, ScoreColumn column, AxisScale x, AccuracyAxis y)
    {
        var ranks = Statistics.Ranks.Of([.. run.Accuracies]);
        var drawn = PointSample.Of(run.Architectures.Count);
        var live = drawn.Where(i => column.Scores[i].IsDefined && !IsDead(run, i)).ToList();
        return new(
            new(column.Proxy.Id + x.Words, x, x.Ticks()),
            new(
                $"{run.Manifest.Target.Title}{(run.Manifest.Target.Measure.IsPercent ? " (%)" : "")}",
                y,
                y.Marks()
            ),
            [
                new ShadedPoints(
                    [.. live.Select(At)],
                    [.. live.Select(i => ranks.Average(i) / run.Architectures.Count)],
                    LiveLook
                ),
                new Points(
                    [.. drawn.Where(i => column.Scores[i].IsDefined && IsDead(run, i)).Select(At)],
                    DeadLook
                ),
                new EdgeMarks(
                    [.. drawn.Where(i => !column.Scores[i].IsDefined).Select(i => run.Accuracies[i])],
                    UndefinedLook
                ),
            ],
            PanelWidth,
            PanelHeight
        );

        Place At(int i) => new(column.Scores[i].Value, run.Accuracies[i]);
    }

    private static bool IsDead(ScoredRun run, int i) => run.Graphs is { } graphs && !graphs[i].IsConnected;

    // Above the cloud along its scores, or right of it along its accuracies.
    private static Panel Distribution(int[] counts, AxisScale x)
    {
        var (edges, most) = (x.Edges(Bins), new AxisScale("linear", 0, Math.Max(1, counts.Max())));
        return new(
            PanelAxis.Hidden(x),
            PanelAxis.Hidden(most),
            [
                new Boxes(
                    [.. counts.Select((count, i) => new Box(new(edges[i], 0), new(edges[i + 1], count)))],
                    Theme.Grey
                ),
            ],
            PanelWidth,
            EdgeDepth
        )
        {
            HasFrame = false,
        };
    }

    private static Panel Distribution(int[] counts)
    {
        // Bins run from the least error down.
        var most = new AxisScale("linear", 0, Math.Max(1, counts.Max()));
        return new(
            PanelAxis.Hidden(most),
            PanelAxis.Hidden(new AxisScale("linear", 0, Bins)),
            [
                new Boxes(
                    [.. counts.Select((count, i) => new Box(new(0, Bins - i), new(count, Bins - i - 1)))],
                    Theme.Grey
                ),
            ],
            EdgeDepth,
            PanelHeight
        )
        {
            HasFrame = false,
        };
    }

    private static IReadOnlyList<LegendEntry> Legend(ScoredRun run, ScoreColumn column)
    {
        var drawn = PointSample.Of(run.Architectures.Count);
        var hasDead = drawn.Any(i => column.Scores[i].IsDefined && IsDead(run, i));
        var hasUndefined = drawn.Any(i => !column.Scores[i].IsDefined);
        return
        [
            new("architecture") { Point = LiveLook with { Colour = Theme.Green } },
            .. hasDead
                ? [new LegendEntry("output does not depend on the input") { Point = DeadLook }]
                : Array.Empty<LegendEntry>(),
            .. hasUndefined
                ? [new LegendEntry("no score") { Point = UndefinedLook }]
                : Array.Empty<LegendEntry>(),
        ];
    }

    private static void AddPoints(FigureData data, ScoredRun run, ScoreColumn column, AccuracyAxis y)
    {
        var ranks = Statistics.Ranks.Of([.. run.Accuracies]);
        foreach (var i in PointSample.Of(run.Architectures.Count))
        {
            data.Add(
                PointPart,
                run.Architectures[i].Text,
                column.Scores[i].IsDefined ? column.Scores[i].Value : null,
                run.Accuracies[i],
                y.Error(run.Accuracies[i]),
                ranks.Average(i) / run.Architectures.Count,
                IsDead(run, i) ? "dead" : "live",
                null,
                null
            );
        }
    }

    private static int[] Counts(IEnumerable<double> positions)
    {
        var counts = new int[Bins];
        foreach (var position in positions)
        {
            counts[Math.Clamp((int)(position * Bins), 0, Bins - 1)]++;
        }

        return counts;
    }

    private static void AddBins(FigureData data, string part, IReadOnlyList<double> edges, int[] counts)
    {
        for (var bin = 0; bin < Bins; bin++)
        {
            object? edge = edges[bin];
            var isScore = part == ScorePart;
            data.Add(
                part,
                null,
                isScore ? edge : null,
                null,
                isScore ? null : edge,
                null,
                null,
                edges[bin + 1],
                counts[bin]
            );
        }
    }
}
