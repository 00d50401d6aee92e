using ZcBench.Benchmarks;
using ZcBench.Benchmarks.Tables;
using ZcBench.Scores;
using ZcBench.Scores.Aggregates;

namespace ZcBench.Reports.Runs;

/// <summary>
/// A run read back: its architectures, their trained accuracies and every column of scores.
/// </summary>
public sealed class ScoredRun
{
    private readonly IReadOnlyDictionary<string, ScoreColumn> _measured;
    private readonly IReadOnlyList<IAggregate> _aggregates;
    private readonly Lazy<IReadOnlyList<GraphProperties>?> _graphs;
    private readonly Lazy<RunSubset> _whole;

    private ScoredRun(
        RunManifest manifest,
        BenchmarkTable table,
        IReadOnlyList<Architecture> architectures,
        IReadOnlyList<double> accuracies,
        IReadOnlyDictionary<string, ScoreColumn> measured,
        IReadOnlyList<IAggregate> aggregates,
        IReadOnlySet<string> asked
    )
    {
        Manifest = manifest;
        Table = table;
        Architectures = architectures;
        Accuracies = accuracies;
        _measured = measured;
        _aggregates = aggregates;
        Space = SearchSpaces.Named(manifest.Space);
        int[] rows = [.. Enumerable.Range(0, architectures.Count)];
        var all = Measured(rows);
        _whole = new(() => new(this, rows, all));
        Columns = [.. all.Where(column => asked.Contains(column.Proxy.Id))];
        Baselines = [.. all.Where(column => column.IsCounting)];
        _graphs = new(() => Examine(Space, architectures));
    }

    /// <summary>How the scores were made.</summary>
    public RunManifest Manifest { get; }

    /// <summary>The table the accuracies come from.</summary>
    public BenchmarkTable Table { get; }

    /// <summary>The search space.</summary>
    public ISearchSpace Space { get; }

    /// <summary>The architectures of the run, in the table's order.</summary>
    public IReadOnlyList<Architecture> Architectures { get; }

    /// <summary>
    /// Their trained accuracies for the run's target, in percent or in the unit of its metric.
    /// </summary>
    public IReadOnlyList<double> Accuracies { get; }

    /// <summary>Proxies and aggregates, sorted by id.</summary>
    public IReadOnlyList<ScoreColumn> Columns { get; }

    /// <summary>
    /// The counting baselines that the run was scored with, asked for or not, sorted by id: what every column
    /// is measured against.
    /// </summary>
    public IReadOnlyList<ScoreColumn> Baselines { get; }

    /// <summary>The column of that id, or null.</summary>
    public ScoreColumn? Column(string id) => Columns.FirstOrDefault(column => column.Proxy.Id == id);

    /// <summary>Reads a run folder; architectures that were not scored yet are refused.</summary>
    /// <param name="folder">The run folder.</param>
    /// <param name="tablePath">Current path of its table; null if it has not moved.</param>
    /// <exception cref="UserError">
    /// The folder holds no complete run, or its table is missing or has changed.
    /// </exception>
    public static ScoredRun Load(string folder, string? tablePath = null)
    {
        var manifest = RunManifest.Load(folder);
        if (
            tablePath is null
            && !KnownTables.Embedded.Contains(manifest.Table)
            && !File.Exists(manifest.Table)
        )
        {
            throw new UserError(
                $"table '{manifest.Table}' of the run in {folder} was not found relative to the current "
                    + "directory; pass its path with --table, or call zcbench where the run was made"
            );
        }

        var table = KnownTables.Open(tablePath ?? manifest.Table, manifest.Space);
        if (table.Checksum != manifest.TableChecksum)
        {
            throw new UserError(
                $"table '{tablePath ?? manifest.Table}' is not the file this run was made with (its SHA-256 "
                    + $"is {Short(table.Checksum)}…, the run says {Short(manifest.TableChecksum)}…); "
                    + "restore the file or run again"
            );
        }

        var architectures = manifest.Rows(table).Select(row => table.Architectures[row]).ToList();
        using var store = RunStore.OpenExisting(folder);
        var cards = store.Proxies().ToDictionary(proxy => proxy.Id, StringComparer.Ordinal);
        var wanted = Wanted(manifest).Union(cards.Values.Where(ScoreColumn.Counts).Select(proxy => proxy.Id));
        return Of(
            manifest,
            table,
            [
                .. wanted
                    .Select(id =>
                        cards.GetValueOrDefault(id)
                        ?? throw new UserError(
                            $"{folder} lacks the scores of {id}; run the same command again to compute them"
                        )
                    )
                    .Select(proxy => Read(store, manifest, proxy, architectures)),
            ]
        );
    }

    /// <summary>A run from scores at hand.</summary>
    /// <param name="manifest">How they were made.</param>
    /// <param name="table">The table it names.</param>
    /// <param name="columns">
    /// Measured scores of the manifest's architectures in the table's order: those of the manifest's proxies,
    /// of members of its aggregates, and of counting baselines.
    /// </param>
    public static ScoredRun Of(RunManifest manifest, BenchmarkTable table, IReadOnlyList<ScoreColumn> columns)
    {
        var measured = columns.ToDictionary(column => column.Proxy.Id, StringComparer.Ordinal);
        var counts = columns.Where(column => column.IsCounting).Select(column => column.Proxy.Id).ToList();
        var asked = manifest.Proxies.Select(AggregateCatalogue.Find).OfType<IAggregate>().ToList();
        var aggregates = asked
            .Union(AggregateCatalogue.All.Values.Where(item => IsBaseline(item, manifest.Space, counts)))
            .DistinctBy(aggregate => aggregate.Info.Id)
            .ToList();
        var accuracy = table.Accuracies(manifest.Target);
        var rows = manifest.Rows(table);
        return new(
            manifest,
            table,
            [.. rows.Select(row => table.Architectures[row])],
            [.. rows.Select(row => accuracy[row])],
            measured,
            aggregates,
            Wanted(manifest)
                .Union(asked.Select(aggregate => aggregate.Info.Id))
                .ToHashSet(StringComparer.Ordinal)
        );
    }

    /// <summary>
    /// The same scores beside other accuracies of the table. A stratified sample stays as it was drawn.
    /// </summary>
    /// <exception cref="UserError">The table lacks them.</exception>
    public ScoredRun Against(Target target) =>
        target == Manifest.Target
            ? this
            : Of(Manifest with { Target = target }, Table, [.. _measured.Values]);

    /// <summary>What the graphs of the architectures say; null where the space does not tell.</summary>
    public IReadOnlyList<GraphProperties>? Graphs => _graphs.Value;

    /// <summary>Whether the run holds every architecture of its space.</summary>
    public bool IsWhole => Architectures.Count == Space.Count;

    /// <summary>
    /// Some of the architectures; aggregates are made anew over them, for they depend on the set.
    /// </summary>
    public RunSubset Select(IReadOnlyList<int> rows) =>
        rows.Count == Architectures.Count ? Whole() : new(this, rows, Measured(rows));

    /// <summary>All of the architectures.</summary>
    public RunSubset Whole() => _whole.Value;

    internal static IReadOnlyList<GraphProperties>? Examine(
        ISearchSpace space,
        IReadOnlyList<Architecture> architectures
    )
    {
        var graphs = architectures.AsParallel().AsOrdered().Select(space.Examine).ToList();
        return graphs.Contains(null) ? null : [.. graphs.OfType<GraphProperties>()];
    }

    private List<ScoreColumn> Measured(IReadOnlyList<int> rows)
    {
        var part = _measured.Values.ToDictionary(
            column => column.Proxy.Id,
            column => column.Select(rows),
            StringComparer.Ordinal
        );
        return
        [
            .. part
                .Values.Concat(_aggregates.Select(aggregate => aggregate.Over(Manifest.Space, part)))
                .OrderBy(column => column.Proxy.Id, StringComparer.Ordinal),
        ];
    }

    private static string Short(string checksum) => checksum[..Math.Min(12, checksum.Length)];

    // Measured proxies: those asked for and the members of the aggregates asked for.
    private static List<string> Wanted(RunManifest manifest) =>
        [
            .. manifest
                .Proxies.SelectMany(id => AggregateCatalogue.Find(id)?.MembersIn(manifest.Space) ?? [id])
                .Distinct(StringComparer.Ordinal),
        ];

    private static bool IsBaseline(IAggregate aggregate, string space, List<string> counts) =>
        ScoreColumn.Counts(aggregate.Info) && aggregate.MembersIn(space).All(counts.Contains);

    private static ScoreColumn Read(
        RunStore store,
        RunManifest manifest,
        ProxyInfo proxy,
        IReadOnlyList<Architecture> architectures
    )
    {
        var stored = store.Scores(manifest.Space, proxy, manifest.ProtocolOf(proxy.Id));
        var missing = architectures.Count(architecture => !stored.ContainsKey(architecture.Text));
        if (missing > 0)
        {
            throw new UserError(
                $"the run lacks scores of {proxy.Id} for {missing} of {architectures.Count} architectures; "
                    + "run the same command again, it continues where it stopped"
            );
        }

        var found = architectures.Select(architecture => stored[architecture.Text]).ToList();
        return new(proxy, [.. found.Select(item => item.Score)], found.Average(item => item.Milliseconds));
    }
}
