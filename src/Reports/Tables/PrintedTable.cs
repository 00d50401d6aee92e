using System.Globalization;
using ZcBench.Reports.Analysis;
using ZcBench.Statistics.Resampling;

namespace ZcBench.Reports.Tables;

/// <summary>Figures that others printed, in columns of their own beside what was measured here.</summary>
internal sealed class PrintedTable : IAnalysisTable
{
    private const string All = "all";

    /// <inheritdoc/>
    public int Order => 115;

    /// <inheritdoc/>
    public IEnumerable<ReportTable> Of(RunAnalysis analysis)
    {
        var manifest = analysis.Run.Manifest;
        var figures = PrintedCorrelations
            .All.Where(figure => figure.Space == manifest.Space && figure.Dataset == manifest.Target.Dataset)
            .Select(figure => (Figure: figure, Measured: Measured(analysis, figure)))
            .Where(item => item.Measured.Proxy is not null)
            .ToList();
        return figures.Count == 0
            ? []
            :
            [
                new(
                    "printed",
                    $"Measured here: {Captions.About(analysis)} Printed: copied from the source named, "
                        + "under the conditions stated there; they may use other architectures, "
                        + "targets or rules for failures. Measured on the population named, "
                        + $"with {NumberText.Level(analysis.Bootstrap)} intervals of the draw "
                        + "of architectures; inside: whether each printed figure is inside that interval.",
                    [
                        new("proxy", IsNumber: false),
                        new("population", IsNumber: false),
                        new("measured ρ"),
                        new("interval of ρ", IsInterval: true),
                        new("printed ρ"),
                        new("measured τ-b"),
                        new("interval of τ-b", IsInterval: true),
                        new("printed τ"),
                        new("inside", IsNumber: false),
                        new("printed in", IsNumber: false),
                        new("conditions there", IsNumber: false),
                    ],
                    [
                        .. figures.Select(item =>
                            (IReadOnlyList<string>)
                                Cells(item.Figure, item.Measured.Population!, item.Measured.Proxy!)
                        ),
                    ]
                ),
            ];
    }

    // The population as a report has it; the whole set of a run without dead branches has no other name.
    private static (string? Population, ProxyReport? Proxy) Measured(
        RunAnalysis analysis,
        PrintedCorrelation figure
    )
    {
        var report =
            figure.Population == All
                ? analysis.Populations[0]
                : analysis.Populations.FirstOrDefault(part => part.Population.Id == figure.Population);
        return (report?.Population.Title, report?.Proxies.FirstOrDefault(proxy => proxy.Id == figure.Proxy));
    }

    private static string[] Cells(PrintedCorrelation figure, string population, ProxyReport measured) =>
        [
            figure.Proxy,
            population,
            NumberText.Number(measured.Rho.Point),
            NumberText.Span(measured.Rho),
            Printed(figure.Rho),
            NumberText.Number(measured.Tau.Point),
            NumberText.Span(measured.Tau),
            Printed(figure.Tau),
            new[] { Inside(figure.Rho, measured.Rho), Inside(figure.Tau, measured.Tau) }.Contains(false)
                ? "no"
                : "yes",
            figure.Source,
            figure.Conditions,
        ];

    private static bool? Inside(double? printed, Interval measured) =>
        printed is { } value && measured is { Low.Value: { } low, High.Value: { } high }
            ? value >= low && value <= high
            : null;

    private static string Printed(double? value) =>
        value?.ToString("0.000", CultureInfo.InvariantCulture) ?? NumberText.None;
}
