using ZcBench.Reports.Analysis;
using ZcBench.Reports.Figures.Parts;
using ZcBench.Reports.Tables;

namespace ZcBench.Reports.Figures;

/// <summary>Cost against correlation, with the proxies that no other beats in both.</summary>
internal sealed class CostFigure : IFigure
{
    // Counts take microseconds that say nothing: they stand together at the left end.
    private const double LeastMilliseconds = 0.1;
    private const int Width = 620;
    private const int Height = 400;
    private static readonly LineLook Front = new(Theme.Grey, 1) { Dash = [4, 3] };

    /// <inheritdoc/>
    public int Order => 30;

    /// <inheritdoc/>
    public IEnumerable<Figure> Of(ReportSubject subject)
    {
        var population = subject.Main.Populations[0];
        var proxies = population
            .Proxies.Where(proxy => IsPriced(proxy) && proxy.Rho.Point.Value is not null)
            .ToList();
        if (proxies.Count < 2)
        {
            return [];
        }

        var run = subject.Main.Run;
        var (x, y) = (AxisScale.Of([.. proxies.Select(Cost)]), AxisScale.Linear([.. proxies.Select(Rho)]));
        // The best are named first, then from high to low.
        var ordered = proxies
            .OrderByDescending(proxy => IsBest(proxy, proxies))
            .ThenByDescending(Rho)
            .ToList();
        var best = ordered
            .Where(proxy => IsBest(proxy, proxies))
            .OrderBy(Cost)
            .ThenBy(Rho)
            .Select(Spot)
            .ToList();
        var kinds = ordered.GroupBy(proxy => ColumnKinds.Of(proxy.Column), StringComparer.Ordinal).ToList();
        var panel = new Panel(
            new($"milliseconds an architecture{x.Words}", x, x.Ticks()),
            new("Spearman's ρ", y, y.Ticks(12)),
            [
                new Line(best, Front, IsStep: true),
                .. kinds.Select(kind => new Points(
                    [.. kind.Select(Spot)],
                    ColumnKinds.Look(kind.Key) with
                    {
                        Opacity = 0.9,
                    }
                )),
                new Names([
                    .. ordered.Select(proxy => new PlaceName(Spot(proxy), proxy.Id, IsBest(proxy, proxies))),
                ]),
            ],
            Width,
            Height
        );
        return
        [
            new(
                "cost",
                "Cost against correlation",
                "Spearman's ρ against what one architecture costs, "
                    + $"{Captions.About(run, population.Population)} Cost: "
                    + "median wall-clock time of the passes a proxy needs and of its own arithmetic, "
                    + "as if it ran alone; under 0.1 ms drawn as 0.1 ms. Joined by the line, "
                    + "with names in bold: proxies that no other beats in both. Where names would overlap, "
                    + "some are left out.",
                [
                    [panel],
                ],
                Csv(ordered, x, y)
            )
            {
                Legend =
                [
                    .. ColumnKinds.Legend(kinds.Select(kind => kind.Key)),
                    .. best.Count > 1
                        ? [new LegendEntry("no other beats these in both") { Line = Front }]
                        : Array.Empty<LegendEntry>(),
                ],
            },
        ];
    }

    // The places of names are those at the natural size.
    private static string Csv(IReadOnlyList<ProxyReport> ordered, AxisScale x, AxisScale y)
    {
        var data = new FigureData(
            "proxy",
            "kind",
            "milliseconds",
            "rho",
            "best",
            "label_milliseconds",
            "label_rho"
        );
        var places = new LabelPlacement(Width, Height).Place([
            .. ordered.Select(proxy =>
                (x.Position(Cost(proxy)) * Width, (1 - y.Position(Rho(proxy))) * Height, proxy.Id)
            ),
        ]);
        foreach (var (proxy, place) in ordered.Zip(places))
        {
            data.Add(
                proxy.Id,
                ColumnKinds.Of(proxy.Column),
                Cost(proxy),
                Rho(proxy),
                IsBest(proxy, ordered),
                place is { } named ? x.Value(named.X / Width) : null,
                place is { } at ? y.Value(1 - at.Y / Height) : null
            );
        }

        return data.ToCsv();
    }

    private static Place Spot(ProxyReport proxy) => new(Cost(proxy), Rho(proxy));

    private static double Rho(ProxyReport proxy) => proxy.Rho.Point.Value!.Value;

    private static double Cost(ProxyReport proxy) =>
        Math.Max(LeastMilliseconds, proxy.Column.MillisecondsPerArchitecture!.Value);

    private static bool IsPriced(ProxyReport proxy) => proxy.Column.MillisecondsPerArchitecture is not null;

    private static bool IsBest(ProxyReport proxy, IReadOnlyList<ProxyReport> all) =>
        !all.Any(other =>
            Cost(other) <= Cost(proxy)
            && Rho(other) >= Rho(proxy)
            && (Cost(other) < Cost(proxy) || Rho(other) > Rho(proxy))
        );
}
