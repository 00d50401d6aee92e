using ZcBench.Reports.Analysis;
using ZcBench.Reports.Figures.Parts;
using ZcBench.Reports.Tables;

namespace ZcBench.Reports.Figures;

/// <summary>
/// What seeds do to each proxy: how far ρ scatters, and how well a proxy's scores agree with themselves.
/// </summary>
internal sealed class SpreadFigure : IFigure
{
    private const double PanelWidth = 300;
    private const double RowHeight = 15;

    private static readonly (string Name, PointLook Look)[] Varied =
    [
        ("weights", new(PointShape.Circle, Theme.Blue, 8, 0.9)),
        ("minibatch", new(PointShape.Square, Theme.Orange, 7, 0.9)),
        ("both", new(PointShape.Diamond, Theme.Ink, 10, 0.9)),
    ];

    /// <inheritdoc/>
    public int Order => 70;

    /// <inheritdoc/>
    public IEnumerable<Figure> Of(ReportSubject subject)
    {
        var analysis = subject.Main;
        if (analysis.Spread.Count == 0)
        {
            return [];
        }

        var data = new FigureData("proxy", "varied", "runs", "rho_deviation", "self_rho");
        foreach (var item in analysis.Spread)
        {
            data.Add(item.Proxy, item.Varied, item.Runs, item.RhoDeviation.Value, item.SelfRho.Value);
        }

        List<string> order =
        [
            .. analysis
                .Spread.GroupBy(item => item.Proxy, StringComparer.Ordinal)
                .OrderBy(group => group.Max(item => item.RhoDeviation.Value ?? 0))
                .ThenBy(group => group.Key, StringComparer.Ordinal)
                .Select(group => group.Key),
        ];
        var kinds = Varied.Where(kind => analysis.Spread.Any(item => item.Varied == kind.Name)).ToList();
        return
        [
            new(
                "spread",
                "Spread over seeds",
                $"What seeds do to each proxy, {Captions.About(analysis)} {analysis.Runs} runs in pairs "
                    + "that differ in the seed of the weights, of the minibatch, or of both. "
                    + "Left: standard deviation of Spearman's ρ with accuracy. "
                    + "Right: mean ρ of a proxy's scores in one run with those in the other, "
                    + "1 where seeds change nothing.",
                [
                    [
                        PanelOf(
                            "standard deviation of ρ between seeds",
                            item => item.RhoDeviation.Value,
                            withZero: true
                        ),
                        PanelOf(
                            "Spearman's ρ of one seed's scores with another's",
                            item => item.SelfRho.Value,
                            withZero: false
                        ),
                    ],
                ],
                data.ToCsv()
            )
            {
                Legend = [.. kinds.Select(kind => new LegendEntry(Words(kind.Name)) { Point = kind.Look })],
            },
        ];

        Panel PanelOf(string title, Func<SeedSpread, double?> value, bool withZero)
        {
            var values = analysis
                .Spread.Select(value)
                .OfType<double>()
                .Concat(withZero ? [0.0] : [])
                .DefaultIfEmpty(0)
                .ToList();
            var scale = AxisScale.Linear(values);
            // A point at zero keeps its left half.
            scale = withZero ? scale with { Low = -0.02 * scale.High } : scale;
            var marks = kinds.Select(kind => new Points(
                [
                    .. analysis
                        .Spread.Where(item => item.Varied == kind.Name && value(item) is not null)
                        .Select(item => new Place(value(item)!.Value, order.IndexOf(item.Proxy))),
                ],
                kind.Look
            ));
            return new(
                new(title, scale, scale.Ticks(4)),
                new(
                    withZero ? "proxy" : null,
                    new CategoryScale(order.Count, IsFromTop: true),
                    CategoryScale.Ticks(order)
                )
                {
                    HasTickMarks = false,
                    HasLabels = withZero,
                },
                [.. marks],
                PanelWidth,
                order.Count * RowHeight
            );
        }
    }

    private static string Words(string varied) =>
        varied == "both" ? "both seeds differ" : $"seed of the {varied} differs";
}
