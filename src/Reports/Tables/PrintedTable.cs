using System.Globalization;
using ZcBench.Reports.Analysis;

namespace ZcBench.Reports.Tables;

/// <summary>Figures that others printed, in columns of their own beside what was measured here.</summary>
public sealed class PrintedTable : IAnalysisTable
{
    /// <inheritdoc/>
    public int Order => 115;

    /// <inheritdoc/>
    public IEnumerable<ReportTable> Of(RunAnalysis analysis)
    {
        var manifest = analysis.Run.Manifest;
        var measured = analysis
            .Populations[0]
            .Proxies.ToDictionary(proxy => proxy.Id, StringComparer.Ordinal);
        var figures = PrintedCorrelations
            .All.Where(figure =>
                figure.Space == manifest.Space
                && figure.Dataset == manifest.Target.Dataset
                && measured.ContainsKey(figure.Proxy)
            )
            .ToList();
        return figures.Count == 0
            ? []
            :
            [
                new(
                    "printed",
                    $"Measured here: {Captions.About(analysis)} Printed: copied from the source named, "
                        + "under the conditions stated there; they may use other architectures, "
                        + "targets or rules for failures.",
                    [
                        new("proxy", IsNumber: false),
                        new("measured ρ"),
                        new("measured τ-b"),
                        new("printed ρ"),
                        new("printed τ"),
                        new("printed in", IsNumber: false),
                        new("conditions there", IsNumber: false),
                    ],
                    [
                        .. figures.Select(figure =>
                            (IReadOnlyList<string>)
                                [
                                    figure.Proxy,
                                    NumberText.Number(measured[figure.Proxy].Rho.Point),
                                    NumberText.Number(measured[figure.Proxy].Tau.Point),
                                    Printed(figure.Rho),
                                    Printed(figure.Tau),
                                    figure.Source,
                                    figure.Conditions,
                                ]
                        ),
                    ]
                ),
            ];
    }

    private static string Printed(double? value) =>
        value?.ToString("0.000", CultureInfo.InvariantCulture) ?? NumberText.None;
}
