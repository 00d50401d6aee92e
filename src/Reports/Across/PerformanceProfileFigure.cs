using ZcBench.Reports.Figures;
using ZcBench.Reports.Figures.Parts;
using ZcBench.Reports.Tables;
using ZcBench.Statistics.Across;

namespace ZcBench.Reports.Across;

/// <summary>On which share of the tasks each proxy reaches a share of the highest τ-b there can be.</summary>
internal static class PerformanceProfileFigure
{
    private const double PanelWidth = 360;
    private const double PanelHeight = 270;
    private const double Margin = 0.03;

    // Steps of several proxies often coincide: dashes show the lines beneath.
    private static readonly LineLook[] Looks =
    [
        new(Theme.Blue, 2.5),
        new(Theme.Vermillion, 2.5) { Dash = [9, 4] },
        new(Theme.Green, 2.5) { Dash = [4, 4] },
        new(Theme.Orange, 2.5) { Dash = [12, 3, 3, 3] },
        new(Theme.Purple, 2.5) { Dash = [6, 6] },
        new(Theme.Sky, 2.5) { Dash = [2, 4] },
        new(Theme.Ink, 2) { Dash = [10, 8] },
    ];

    private static readonly LineLook BaselineLook = new(Theme.Grey, 2.5) { Dash = [2, 2] };

    /// <summary>The figure.</summary>
    public static Figure Of(AcrossAnalysis analysis)
    {
        ArgumentNullException.ThrowIfNull(analysis);
        var shown = Shown(analysis);
        var levels = shown.SelectMany(item => item.Proxy.Profile.Steps()).Select(step => step.Level).ToList();
        var scale = new AxisScale(
            "linear",
            Math.Min(0, FigureData.Rounded(levels.Min() - Margin)),
            Math.Max(1, FigureData.Rounded(levels.Max() + Margin))
        );
        var shares = new AxisScale("linear", 0, 1.02);
        return new(
            "performance_profiles",
            "Performance profiles",
            Caption(analysis, shown.Count),
            [
                [
                    new(
                        new("τ-b as a share of the ceiling", scale, scale.Ticks()),
                        new(
                            analysis.Unit == BlockUnit.Spaces
                                ? "share of tasks that reach it, spaces weigh alike"
                                : "share of tasks that reach it",
                            shares,
                            [
                                .. Enumerable
                                    .Range(0, 6)
                                    .Select(i => new AxisTick(i / 5.0, $"{NumberText.Count(i * 20)}%")),
                            ]
                        ),
                        [.. shown.Select(item => LineOf(item.Proxy.Profile, scale, item.Look))],
                        PanelWidth,
                        PanelHeight
                    ),
                ],
            ],
            Data(analysis)
        )
        {
            Legend = [.. shown.Select(item => new LegendEntry(item.Proxy.Id) { Line = item.Look })],
        };
    }

    // The best by mean rank, and the baseline in any case, which looks the same in every report.
    private static List<(ComparedProxy Proxy, LineLook Look)> Shown(AcrossAnalysis analysis) =>
        [
            .. analysis.Proxies.Where(proxy => proxy != analysis.Baseline).Take(Looks.Length).Zip(Looks),
            .. new[] { analysis.Baseline }.OfType<ComparedProxy>().Select(proxy => (proxy, BaselineLook)),
        ];

    private static Line LineOf(PerformanceProfile profile, AxisScale scale, LineLook look) =>
        new(
            [
                new(scale.Low, 1),
                .. profile.Steps().Select(step => new Place(step.Level, step.Above)),
                new(scale.High, 0),
            ],
            look,
            IsStep: true
        );

    private static string Caption(AcrossAnalysis analysis, int shown) =>
        $"Share of {AcrossWords.Number(analysis.Tasks.Count, "task")} "
        + $"in {AcrossWords.Number(analysis.Spaces.Count, "search space")} on which a proxy's τ-b "
        + "with trained accuracy is at least x times the ceiling (the noise ceiling where a table has "
        + "several trainings of one function, else 1). Higher curves are better. "
        + $"Drawn are {NumberText.Count(shown)} of {NumberText.Count(analysis.Proxies.Count)} proxies, "
        + "the best by mean rank"
        + (analysis.Baseline is { } baseline ? $" and {baseline.Id}, the best count of the graph." : ".");

    private static string Data(AcrossAnalysis analysis)
    {
        var data = new FigureData("proxy", "share_of_ceiling", "share_of_tasks_above");
        foreach (var proxy in analysis.Proxies)
        {
            foreach (var (level, above) in proxy.Profile.Steps())
            {
                data.Add(proxy.Id, level, above);
            }
        }

        return data.ToCsv();
    }
}
