using System.Globalization;
using ZcBench.Reports.Analysis;
using ZcBench.Scores;

namespace ZcBench.Reports.Tables;

/// <summary>The protocol card of every proxy: how its numbers came about.</summary>
internal sealed class CardsTable : IAnalysisTable
{
    /// <inheritdoc/>
    public int Order => 130;

    /// <inheritdoc/>
    public IEnumerable<ReportTable> Of(RunAnalysis analysis)
    {
        var protocol = analysis.Run.Manifest.Protocol;
        var seeds = protocol.Seed.ToString(CultureInfo.InvariantCulture);
        if (protocol.InputSeed != protocol.Seed)
        {
            seeds += string.Create(CultureInfo.InvariantCulture, $" and {protocol.InputSeed}");
        }

        return
        [
            new(
                "cards",
                $"How each proxy was measured, {Captions.About(analysis)} Weights and inputs are drawn "
                    + $"with seed {seeds}; engine {analysis.Run.Manifest.Engine}.",
                [
                    new("proxy", IsNumber: false),
                    new("version"),
                    new("labels"),
                    new("better", IsNumber: false),
                    new("weights", IsNumber: false),
                    new("input", IsNumber: false),
                    new("batch"),
                    new("batch norm", IsNumber: false),
                    new("layers", IsNumber: false),
                    new("precision", IsNumber: false),
                ],
                [
                    .. analysis
                        .Populations[0]
                        .Proxies.Select(proxy => proxy.Column)
                        .OrderBy(column => column.Proxy.Id, StringComparer.Ordinal)
                        .Select(column =>
                            (IReadOnlyList<string>)
                                [
                                    column.Proxy.Id,
                                    NumberText.Count(column.Proxy.Version),
                                    NumberText.Count((int)column.Proxy.LabelBudget),
                                    column.Proxy.Direction == Direction.HigherIsBetter ? "higher" : "lower",
                                    Weights(column.Proxy, protocol),
                                    Input(column.Proxy, protocol),
                                    Batch(column.Proxy, protocol),
                                    column.Proxy.BatchNorm,
                                    column.Proxy.Layers,
                                    column.IsCounting ? "exact"
                                    : column.Proxy.NeedsDouble ? "float64"
                                    : protocol.DType,
                                ]
                        ),
                ]
            ),
        ];
    }

    private static string Weights(ProxyInfo proxy, Protocol protocol) =>
        proxy switch
        {
            _ when TrainingBudget.Split(proxy.Id).Budget is { } budget => $"trained, {budget.Words}",
            { Init: InitKind.None } => "none",
            _ when protocol.Init == "published" || proxy.InitIsDefinition => Words(proxy.Init.ToString()),
            _ => protocol.Init,
        };

    private static string Input(ProxyInfo proxy, Protocol protocol) =>
        proxy.Input switch
        {
            InputKind.None => "none",
            InputKind.Minibatch => protocol.InputSource,
            _ => Words(proxy.Input.ToString()),
        };

    private static string Batch(ProxyInfo proxy, Protocol protocol) =>
        proxy.Input switch
        {
            InputKind.None => NumberText.None,
            InputKind.Ones => "1",
            _ => NumberText.Count(protocol.Batch),
        };

    private static string Words(string name) =>
        string.Concat(
            name.Select(
                (c, i) => char.IsUpper(c) ? $"{(i > 0 ? " " : "")}{char.ToLowerInvariant(c)}" : $"{c}"
            )
        );
}
