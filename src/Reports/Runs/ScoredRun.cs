using ZcBench.Benchmarks;
using ZcBench.Benchmarks.Tables;
using ZcBench.Scores;
using ZcBench.Scores.Aggregates;
using ZcBench.Scores.Published;
using ZcBench.Statistics.Catalogue;

namespace ZcBench.Reports.Runs;

/// <summary>
/// A run read back: its architectures, their trained accuracies and every column of scores.
/// </summary>
public sealed class ScoredRun
{
    private readonly State _state;
    private readonly IReadOnlyList<IAggregate> _aggregates;
    private readonly HashSet<string> _asked;
    private readonly Lazy<IReadOnlyList<GraphProperties>?> _graphs;
    private readonly Lazy<RunSubset> _whole;
    private readonly Lazy<string?> _bestBaseline;

    private ScoredRun(State state)
    {
        _state = state;
        var manifest = state.Manifest;
        Space = SearchSpaces.Named(manifest.Space);
        Architectures = [.. state.Rows.Select(row => state.Table.Architectures[row])];
        Accuracies = AccuraciesOf(manifest.Target);
        var indices = state.Table.Indices;
        Indices =
        [
            .. state.Rows.Select(row =>
                indices is null || double.IsNaN(indices[row]) ? null : (long?)indices[row]
            ),
        ];
        var counts = state.Measured.Values.Where(column => column.IsCounting);
        var asked = manifest.Proxies.Select(AggregateCatalogue.Find).OfType<IAggregate>().ToList();
        _aggregates = WithBaselines(asked, manifest.Space, [.. counts.Select(column => column.Proxy.Id)]);
        _asked = Wanted(manifest)
            .Concat(asked.Select(aggregate => aggregate.Info.Id))
            .Concat(state.Measured.Values.Where(column => column.Origin is not null).Select(Id))
            .ToHashSet(StringComparer.Ordinal);
        int[] rows = [.. Enumerable.Range(0, Architectures.Count)];
        var all = Measured(rows);
        _whole = new(() => new(this, rows, all));
        Columns = [.. all.Where(column => _asked.Contains(column.Proxy.Id))];
        Baselines = [.. all.Where(column => column.IsCounting)];
        _graphs = new(() => Examine(Space, Architectures));
        _bestBaseline = new(() => state.BestBaseline ?? Best(Whole()));
    }

    /// <summary>How the scores were made.</summary>
    public RunManifest Manifest => _state.Manifest;

    /// <summary>The table the accuracies come from.</summary>
    public BenchmarkTable Table => _state.Table;

    /// <summary>Processes that scored it, the first first; empty where that is not known.</summary>
    public IReadOnlyList<RunSession> Sessions => _state.Sessions;

    /// <summary>The search space.</summary>
    public ISearchSpace Space { get; }

    /// <summary>The architectures of the run, in the table's order.</summary>
    public IReadOnlyList<Architecture> Architectures { get; }

    /// <summary>
    /// Their trained accuracies for the run's target, in percent or in the unit of its metric.
    /// </summary>
    public IReadOnlyList<double> Accuracies { get; }

    /// <summary>
    /// Their numbers in the benchmark, by the table's column "index"; null where it gives none.
    /// </summary>
    public IReadOnlyList<long?> Indices { get; }

    /// <summary>Proxies and aggregates, sorted by id.</summary>
    public IReadOnlyList<ScoreColumn> Columns { get; }

    /// <summary>
    /// The counting baselines that the run was scored with, asked for or not, sorted by id: what every column
    /// is measured against.
    /// </summary>
    public IReadOnlyList<ScoreColumn> Baselines { get; }

    /// <summary>Which of the baselines a report shows.</summary>
    public BaselineChoice Baseline => _state.Baseline;

    /// <summary>
    /// Names of the files of scores from elsewhere that leave out some of the run's architectures, so that
    /// only those that all score are here; empty where none does.
    /// </summary>
    public IReadOnlyList<string> LimitedBy => _state.LimitedBy;

    /// <summary>
    /// Id of the baseline with the highest ρ over all architectures of the run; null where there is none. It
    /// stays what it is when scores are compared with another target.
    /// </summary>
    public string? BestBaseline => _bestBaseline.Value;

    /// <summary>Whether a report shows a column.</summary>
    /// <param name="column">A column of the run.</param>
    /// <param name="best">
    /// Id of the best baseline on the architectures shown, which stands beside that of the run; null for
    /// none.
    /// </param>
    public bool Shows(ScoreColumn column, string? best) =>
        _asked.Contains(column.Proxy.Id)
        || (
            column.IsCounting
            && Baseline switch
            {
                BaselineChoice.All => true,
                BaselineChoice.Best => column.Proxy.Id == best || column.Proxy.Id == BestBaseline,
                _ => false,
            }
        );

    /// <summary>The same run with other baselines shown.</summary>
    public ScoredRun Showing(BaselineChoice baseline) =>
        baseline == Baseline ? this : new(_state with { Baseline = baseline });

    /// <summary>The column of that id, or null.</summary>
    public ScoreColumn? Column(string id) => Columns.FirstOrDefault(column => column.Proxy.Id == id);

    /// <summary>Reads a run folder; architectures that were not scored yet are refused.</summary>
    /// <param name="folder">The run folder.</param>
    /// <param name="tablePath">Current path of its table; null if it has not moved.</param>
    /// <param name="proxies">
    /// The proxies and aggregates to read, of those that the store holds; null for those the run was last
    /// asked for.
    /// </param>
    /// <exception cref="UserError">
    /// The folder holds no complete run, or its table is missing or has changed.
    /// </exception>
    public static ScoredRun Load(
        string folder,
        string? tablePath = null,
        IReadOnlyList<string>? proxies = null
    )
    {
        var manifest = RunManifest.Load(folder);
        manifest = proxies is null ? manifest : manifest with { Proxies = proxies };
        var table = StoredRun.Table(folder, manifest, tablePath);
        var architectures = manifest.Architectures(table);
        using var store = RunStore.OpenExisting(folder);
        var cards = store.Proxies().ToDictionary(proxy => proxy.Id, StringComparer.Ordinal);
        var wanted = Wanted(manifest).Union(cards.Values.Where(ScoreColumn.Counts).Select(proxy => proxy.Id));
        var run = Of(
            manifest,
            table,
            [
                .. wanted
                    .Select(id =>
                        cards.GetValueOrDefault(id)
                        ?? throw new UserError(
                            $"{folder} lacks the scores of {id}; "
                                + (
                                    proxies is null
                                        ? "run the same command again to compute them"
                                        : $"it has {string.Join(", ", cards.Keys.Order())}"
                                )
                        )
                    )
                    .Select(proxy => StoredRun.Column(store, manifest, proxy, architectures)),
            ]
        );
        return new(run._state with { Sessions = RunSession.Read(folder) });
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
        return new(new(manifest, table, manifest.Rows(table), ById(columns)));
    }

    /// <summary>
    /// The same scores beside other accuracies of the table. A stratified sample stays as it was drawn.
    /// </summary>
    /// <exception cref="UserError">The table lacks them.</exception>
    public ScoredRun Against(Target target) =>
        target == Manifest.Target
            ? this
            : new(_state with { Manifest = Manifest with { Target = target }, BestBaseline = BestBaseline });

    /// <summary>
    /// Other accuracies of the run's architectures, in percent or in the unit of the target's metric.
    /// </summary>
    /// <exception cref="UserError">The table lacks them.</exception>
    public IReadOnlyList<double> AccuraciesOf(Target target)
    {
        var accuracies = Table.Accuracies(target);
        return [.. _state.Rows.Select(row => accuracies[row])];
    }

    /// <summary>
    /// The run with scores from elsewhere as columns like its own, over the architectures that the files
    /// list too. A column whose name is taken here gets the file's name and a dot before it.
    /// </summary>
    /// <param name="files">The files; a column that misses a listed architecture is undefined there.</param>
    /// <param name="direction">
    /// Which end of a column is good that does not say so itself; null where that cannot be told.
    /// </param>
    /// <exception cref="UserError">
    /// A direction cannot be told, or the files list fewer than two of the architectures.
    /// </exception>
    public ScoredRun With(IReadOnlyList<PublishedScores> files, Func<string, Direction?> direction)
    {
        if (files.Count == 0)
        {
            return this;
        }

        var limits = files
            .Where(file => !Architectures.All(architecture => file.Lists(architecture.Text)))
            .ToList();
        int[] kept =
        [
            .. Enumerable
                .Range(0, Architectures.Count)
                .Where(i => limits.TrueForAll(file => file.Lists(Architectures[i].Text))),
        ];
        if (kept.Length < 2)
        {
            throw new UserError(
                $"{string.Join(" and ", limits.Select(file => file.File))} scores {kept.Length} "
                    + $"architecture{(kept.Length == 1 ? "" : "s")} of the run, too few to rank; "
                    + "give scores of the same architectures"
            );
        }

        var measured = new Dictionary<string, ScoreColumn>(StringComparer.Ordinal);
        foreach (var column in _state.Measured.Values)
        {
            measured.Add(column.Proxy.Id, column.Select(kept));
        }

        var taken = measured.Keys.Concat(_aggregates.Select(aggregate => aggregate.Info.Id));
        var names = taken.ToHashSet(StringComparer.Ordinal);
        foreach (var file in files)
        {
            foreach (var column in file.ScoreColumns([.. kept.Select(i => Architectures[i].Text)], direction))
            {
                var own = names.Add(column.Proxy.Id)
                    ? column
                    : column with
                    {
                        Proxy = column.Proxy with { Id = $"{file.Stem}.{column.Proxy.Id}" },
                    };
                if (!measured.TryAdd(own.Proxy.Id, own))
                {
                    throw new UserError(
                        $"{file.File}: two files of that name score '{column.Proxy.Id}'; rename one of them"
                    );
                }
            }
        }

        return new(
            _state with
            {
                Rows = [.. kept.Select(i => _state.Rows[i])],
                Measured = measured,
                BestBaseline = null,
                LimitedBy = [.. LimitedBy, .. limits.Select(file => Path.GetFileName(file.File))],
            }
        );
    }

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
        var part = _state.Measured.Values.ToDictionary(
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

    private static string? Best(RunSubset whole) =>
        whole
            .Baselines.Select(column =>
                (column.Proxy.Id, Rho: new Spearman().Compute(whole.Sample(column)).Value)
            )
            .Where(item => item.Rho is not null)
            .OrderByDescending(item => item.Rho)
            .Select(item => item.Id)
            .FirstOrDefault();

    // Measured proxies: those asked for and the members of the aggregates asked for.
    private static List<string> Wanted(RunManifest manifest) =>
        [
            .. manifest
                .Proxies.SelectMany(id => AggregateCatalogue.Find(id)?.MembersIn(manifest.Space) ?? [id])
                .Distinct(StringComparer.Ordinal),
        ];

    // Those asked for, and those that only count and whose members are all there.
    private static List<IAggregate> WithBaselines(
        List<IAggregate> asked,
        string space,
        List<string> counts
    ) =>
        [
            .. asked
                .Union(
                    AggregateCatalogue.All.Values.Where(aggregate =>
                        ScoreColumn.Counts(aggregate.Info) && aggregate.MembersIn(space).All(counts.Contains)
                    )
                )
                .DistinctBy(aggregate => aggregate.Info.Id),
        ];

    private static string Id(ScoreColumn column) => column.Proxy.Id;

    private static Dictionary<string, ScoreColumn> ById(IEnumerable<ScoreColumn> columns) =>
        columns.ToDictionary(Id, StringComparer.Ordinal);

    /// <summary>What a run is made of; everything else follows.</summary>
    /// <param name="Manifest">How the scores were made.</param>
    /// <param name="Table">The table it names.</param>
    /// <param name="Rows">Rows of the table, in increasing order.</param>
    /// <param name="Measured">Columns over these rows that no aggregate made, by id.</param>
    private sealed record State(
        RunManifest Manifest,
        BenchmarkTable Table,
        IReadOnlyList<int> Rows,
        IReadOnlyDictionary<string, ScoreColumn> Measured
    )
    {
        public BaselineChoice Baseline { get; init; }

        public IReadOnlyList<RunSession> Sessions { get; init; } = [];

        // Null until it is asked for.
        public string? BestBaseline { get; init; }

        public IReadOnlyList<string> LimitedBy { get; init; } = [];
    }
}
