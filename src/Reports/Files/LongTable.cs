using ZcBench.Reports.Runs;
using ZcBench.Scores;

namespace ZcBench.Reports.Files;

/// <summary>
/// A run's scores as a table that other programs read: a row for each architecture and proxy, aggregates and
/// counts of the graph among them. Its columns are the same for every run but for those of the accuracies. An
/// undefined score is null beside its reason.
/// </summary>
internal sealed class LongTable
{
    private const int RowsOfChunk = 1 << 17;
    private readonly ScoredRun _run;
    private readonly IReadOnlyList<ScoreColumn> _proxies;

    public LongTable(ScoredRun run)
    {
        _run = run;
        _proxies = run.Whole().Columns;
        var protocol = run.Manifest.Protocol;
        Columns =
        [
            LongColumn.Text("space", _ => run.Manifest.Space),
            LongColumn.Text("dataset", _ => protocol.Dataset),
            LongColumn.Whole("seed", _ => protocol.Seed),
            LongColumn.Whole("input_seed", _ => protocol.InputSeed),
            LongColumn.Whole("index", row => run.Indices[row.Architecture]),
            LongColumn.Text("architecture", row => run.Architectures[row.Architecture].Text),
            .. Accuracies(run),
            LongColumn.Text("proxy", row => row.Proxy.Proxy.Id),
            LongColumn.Text("better", row => Better(row.Proxy.Proxy.Direction)),
            LongColumn.Number("score", row => row.Score is { IsDefined: true } score ? score.Value : null),
            LongColumn.Text("reason", row => row.Score.Reason),
            LongColumn.Number("milliseconds", row => row.Proxy.Milliseconds?[row.Architecture]),
        ];
    }

    /// <summary>The columns, in their order.</summary>
    public IReadOnlyList<LongColumn> Columns { get; }

    /// <summary>
    /// All rows, some at a time: the architectures in the run's order, and of each the proxies by id.
    /// </summary>
    public IEnumerable<IReadOnlyList<LongRow>> Chunks() =>
        Enumerable
            .Range(0, _run.Architectures.Count)
            .SelectMany(architecture => _proxies.Select(proxy => new LongRow(architecture, proxy)))
            .Chunk(RowsOfChunk);

    // The run's own target first.
    private static IEnumerable<LongColumn> Accuracies(ScoredRun run) =>
        run
            .Table.Targets.Where(target => target != run.Manifest.Target)
            .Prepend(run.Manifest.Target)
            .Select(target =>
            {
                var accuracies = run.AccuraciesOf(target);
                return LongColumn.Number(RunFiles.Column(target), row => accuracies[row.Architecture]);
            });

    private static string Better(Direction direction) =>
        direction == Direction.LowerIsBetter ? "lower" : "higher";
}
