using System.Globalization;
using ZcBench.Reports.Analysis;
using ZcBench.Reports.Figures.Parts;
using ZcBench.Reports.Tables;

namespace ZcBench.Reports.Figures;

/// <summary>
/// The first figure: every proxy's ρ with its interval for each dataset, between counting and the noise
/// ceiling.
/// </summary>
internal sealed class CorrelationFigure : IFigure
{
    private const string CeilingLine = "noise ceiling";
    private const string BaselineLine = "best count of the graph";
    private const string Title = "Rank correlation with trained accuracy";
    private const double PanelWidth = 220;
    private const double RowHeight = 15;

    private static readonly LineLook CeilingLook = new(Theme.Ink);
    private static readonly LineLook BaselineLook = new(Theme.Ink) { Dash = [5, 3] };

    /// <inheritdoc/>
    public int Order => 10;

    /// <inheritdoc/>
    public IEnumerable<Figure> Of(ReportSubject subject) =>
        subject.Main.Printed.Select(population => Of(subject, population.Population.Id)).OfType<Figure>();

    private static Figure? Of(ReportSubject subject, string id)
    {
        var panels = subject
            .Targets.Select(analysis =>
                (
                    Analysis: analysis,
                    Population: analysis.Populations.FirstOrDefault(item => item.Population.Id == id)!
                )
            )
            .Where(panel => panel.Population is not null)
            .ToList();
        var main = panels[0].Population;
        if (main.Proxies.Count == 0)
        {
            return null;
        }

        var lowest = panels
            .SelectMany(panel => panel.Population.Proxies)
            .Min(proxy => Math.Min(proxy.Rho.Low.Value ?? 0, proxy.Rho.Point.Value ?? 0));
        var scale = new AxisScale("linear", Math.Min(0, Math.Floor(lowest * 10) / 10), 1);
        List<string> order = [.. main.Proxies.Select(proxy => proxy.Id)];
        var drawn = panels
            .Select((panel, i) => PanelOf(panel.Analysis, panel.Population, scale, order, i == 0))
            .ToList();
        return new($"correlation_{id}", Title, Caption(panels), [drawn], Csv(panels))
        {
            Legend =
            [
                .. ColumnKinds.Legend(main.Proxies.Select(proxy => ColumnKinds.Of(proxy.Column))),
                .. panels.Exists(panel => Ceiling(panel.Analysis) is not null)
                    ? [new LegendEntry(CeilingLine) { Line = CeilingLook }]
                    : Array.Empty<LegendEntry>(),
                .. panels.Exists(panel => Best(panel.Population) is not null)
                    ? [new LegendEntry(BaselineLine) { Line = BaselineLook }]
                    : Array.Empty<LegendEntry>(),
            ],
        };
    }

    private static double? Ceiling(RunAnalysis analysis) => analysis.Ceiling?.Rho.Value;

    private static ProxyReport? Best(PopulationReport population) =>
        population.Proxies.FirstOrDefault(proxy =>
            proxy.Id == population.Baseline && proxy.Rho.Point.Value is not null
        );

    private static Panel PanelOf(
        RunAnalysis analysis,
        PopulationReport population,
        AxisScale scale,
        List<string> order,
        bool isFirst
    )
    {
        var marks = new List<IMark>();
        if (Ceiling(analysis) is { } ceiling)
        {
            marks.Add(new Guide(ceiling, IsVertical: true, CeilingLook));
        }

        if (Best(population) is { } best)
        {
            marks.Add(new Guide(best.Rho.Point.Value!.Value, IsVertical: true, BaselineLook));
        }

        var points = new List<IMark>();
        foreach (
            var group in population
                .Proxies.Where(proxy => order.Contains(proxy.Id))
                .GroupBy(proxy => ColumnKinds.Of(proxy.Column))
        )
        {
            var look = ColumnKinds.Look(group.Key);
            marks.Add(
                new Rules(
                    [
                        .. group
                            .Where(proxy =>
                                proxy.Rho.Low.Value is not null && proxy.Rho.High.Value is not null
                            )
                            .Select(proxy =>
                                (
                                    new Place(proxy.Rho.Low.Value!.Value, order.IndexOf(proxy.Id)),
                                    new Place(proxy.Rho.High.Value!.Value, order.IndexOf(proxy.Id))
                                )
                            ),
                    ],
                    new(look.Colour)
                )
            );
            points.Add(
                new Points(
                    [
                        .. group
                            .Where(proxy => proxy.Rho.Point.Value is not null)
                            .Select(proxy => new Place(
                                proxy.Rho.Point.Value!.Value,
                                order.IndexOf(proxy.Id)
                            )),
                    ],
                    look
                )
            );
        }

        return new(
            new("Spearman's ρ", scale, scale.Ticks()),
            new(
                isFirst ? "proxy" : null,
                new CategoryScale(order.Count, IsFromTop: true),
                CategoryScale.Ticks(order)
            )
            {
                HasTickMarks = false,
                HasLabels = isFirst,
            },
            [.. marks, .. points],
            PanelWidth,
            order.Count * RowHeight
        )
        {
            Title = analysis.Run.Manifest.Target.ToString(),
        };
    }

    private static string Csv(IReadOnlyList<(RunAnalysis Analysis, PopulationReport Population)> panels)
    {
        var data = new FigureData("target", "part", "proxy", "kind", "rho", "low", "high");
        foreach (var (analysis, population) in panels)
        {
            var target = analysis.Run.Manifest.Target.ToString();
            if (Ceiling(analysis) is { } ceiling)
            {
                data.Add(target, CeilingLine, null, null, ceiling, null, null);
            }

            foreach (var proxy in population.Proxies)
            {
                data.Add(
                    target,
                    "score",
                    proxy.Id,
                    ColumnKinds.Of(proxy.Column),
                    proxy.Rho.Point.Value,
                    proxy.Rho.Low.Value,
                    proxy.Rho.High.Value
                );
            }

            if (population.Proxies.FirstOrDefault(proxy => proxy.Id == population.Baseline) is { } best)
            {
                data.Add(target, BaselineLine, best.Id, null, best.Rho.Point.Value, null, null);
            }
        }

        return data.ToCsv();
    }

    private static string Caption(IReadOnlyList<(RunAnalysis Analysis, PopulationReport Population)> panels)
    {
        var (main, population) = panels[0];
        var run = main.Run;
        var scores = Captions.Differences([.. panels.Select(panel => panel.Analysis.Run)]);
        var targets = string.Join(", ", panels.Select(panel => panel.Analysis.Run.Manifest.Target));
        var level = NumberText.Level(main.Bootstrap);
        var undefined = population.Proxies.Count(proxy => proxy.Rho.Point.Value is null);
        var blank =
            undefined == 0
                ? ""
                : string.Create(
                    CultureInfo.InvariantCulture,
                    $" {undefined} proxies have no ρ: their scores are all equal."
                );
        return $"Spearman's ρ of every proxy with {Captions.About(run, population.Population)} "
            + $"Panels: {targets}; the order is that of the first. Bars: {level} intervals. Solid line: "
            + "noise ceiling, about the most that a deterministic proxy can reach. Dashed line: "
            + $"the best count of the graph.{scores}{blank}";
    }
}
