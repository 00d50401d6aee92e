using ZcBench.Benchmarks;
using ZcBench.Benchmarks.Tables;
using ZcBench.Reports.Aggregates;
using ZcBench.Reports.Statistics;
using ZcBench.Scores;

namespace ZcBench.Reports.Runs;

/// <summary>A run read back: its architectures, their trained accuracies and every column of scores.</summary>
public sealed class ScoredRun
{
    private ScoredRun(
        RunManifest manifest, BenchmarkTable table, IReadOnlyList<Architecture> architectures,
        IReadOnlyList<double> accuracyPercent, IReadOnlyList<ScoreColumn> columns)
    {
        Manifest = manifest;
        Table = table;
        Architectures = architectures;
        AccuracyPercent = accuracyPercent;
        Columns = columns;
    }

    /// <summary>How the scores were made.</summary>
    public RunManifest Manifest { get; }

    /// <summary>The table the accuracies come from.</summary>
    public BenchmarkTable Table { get; }

    /// <summary>The architectures of the run, in the table's order.</summary>
    public IReadOnlyList<Architecture> Architectures { get; }

    /// <summary>Their trained accuracies for the run's target.</summary>
    public IReadOnlyList<double> AccuracyPercent { get; }

    /// <summary>Proxies and aggregates, sorted by id.</summary>
    public IReadOnlyList<ScoreColumn> Columns { get; }

    /// <summary>The column of that id, or null.</summary>
    public ScoreColumn? Column(string id) => Columns.FirstOrDefault(column => column.Proxy.Id == id);

    /// <summary>Reads a run folder; architectures that were not scored yet are refused.</summary>
    /// <exception cref="UserError">The folder holds no complete run, or its table has changed.</exception>
    public static ScoredRun Load(string folder)
    {
        var manifest = RunManifest.Load(folder);
        var table = KnownTables.Open(manifest.Table, manifest.Space);
        if (table.Checksum != manifest.TableChecksum)
        {
            throw new UserError(
                $"table '{manifest.Table}' is not the file this run was made with (its SHA-256 is {table.Checksum[..12]}…, "
                + $"the run says {manifest.TableChecksum[..12]}…); restore the file or run again");
        }

        var rows = ArchitectureSample.Rows(table, manifest.Sample, manifest.Protocol.Seed);
        var accuracy = table.AccuracyPercent(manifest.Target);
        var architectures = rows.Select(row => table.Architectures[row]).ToList();
        using var store = RunStore.OpenExisting(folder);
        var aggregates = manifest.Proxies.Select(AggregateCatalogue.Find).OfType<IAggregate>().ToList();
        var members = aggregates.SelectMany(aggregate => aggregate.Members).ToHashSet(StringComparer.Ordinal);
        var cards = store.Proxies().ToDictionary(proxy => proxy.Id, StringComparer.Ordinal);
        var measured = manifest.Proxies.Where(id => AggregateCatalogue.Find(id) is null).Union(members)
            .Select(id => cards.GetValueOrDefault(id) ?? throw new UserError(
                $"{folder} lacks the scores of {id}; run the same command again to compute them"))
            .Select(proxy => Read(store, manifest, proxy, architectures))
            .ToDictionary(column => column.Proxy.Id, StringComparer.Ordinal);
        var columns = measured.Values.Concat(aggregates.Select(aggregate => aggregate.Over(measured)))
            .OrderBy(column => column.Proxy.Id, StringComparer.Ordinal);
        return new(manifest, table, architectures, [.. rows.Select(row => accuracy[row])], [.. columns]);
    }

    /// <summary>What the statistics see of a column.</summary>
    public Sample Sample(ScoreColumn column) => new(column.Oriented(), AccuracyPercent.ToArray());

    private static ScoreColumn Read(
        RunStore store, RunManifest manifest, ProxyInfo proxy, IReadOnlyList<Architecture> architectures)
    {
        var stored = store.Scores(manifest.Space, proxy, manifest.Protocol);
        var missing = architectures.Count(architecture => !stored.ContainsKey(architecture.Text));
        if (missing > 0)
        {
            throw new UserError(
                $"the run lacks scores of {proxy.Id} for {missing} of {architectures.Count} architectures; "
                + "run the same command again, it continues where it stopped");
        }

        var found = architectures.Select(architecture => stored[architecture.Text]).ToList();
        return new(proxy, [.. found.Select(item => item.Score)], found.Average(item => item.Milliseconds));
    }
}
