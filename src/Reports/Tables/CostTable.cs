using ZcBench.Reports.Analysis;
using ZcBench.Scores;

namespace ZcBench.Reports.Tables;

/// <summary>What each proxy takes for one architecture: median, middle half, and which passes.</summary>
internal sealed class CostTable : IAnalysisTable
{
    /// <inheritdoc/>
    public int Order => 78;

    /// <inheritdoc/>
    public IEnumerable<ReportTable> Of(RunAnalysis analysis)
    {
        var timed = analysis
            .Populations[0]
            .Proxies.Where(proxy => proxy.Column.MillisecondsPerArchitecture is not null)
            .OrderBy(proxy => proxy.Column.MillisecondsPerArchitecture)
            .ToList();
        return timed.Count == 0
            ? []
            :
            [
                new(
                    "cost",
                    "Milliseconds of one architecture, "
                        + $"{Captions.About(analysis)} Wall-clock time of the passes a proxy needs "
                        + "and of its own arithmetic, as if it ran alone, by one worker: "
                        + "median over the architectures, "
                        + "and the quartiles between which the middle half lies. "
                        + "An aggregate costs what its members do.",
                    [
                        new("proxy", IsNumber: false),
                        new("labels"),
                        new("median ms", Best: Best.Lowest),
                        new("quartiles"),
                        new("passes", IsNumber: false),
                    ],
                    [
                        .. timed.Select(proxy =>
                            (IReadOnlyList<string>)
                                [
                                    proxy.Id,
                                    NumberText.Labels(proxy.Column),
                                    NumberText.Milliseconds(proxy.Column.MillisecondsPerArchitecture),
                                    Quartiles(proxy.Column.Timing),
                                    proxy.Column.Proxy.Cost,
                                ]
                        ),
                    ]
                ),
            ];
    }

    private static string Quartiles(Timing? timing) =>
        timing is null
            ? NumberText.None
            : $"{NumberText.Milliseconds(timing.Lower)} to {NumberText.Milliseconds(timing.Upper)}";
}
