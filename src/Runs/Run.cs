using ZcBench.Benchmarks;
using ZcBench.Benchmarks.Tables;
using ZcBench.Proxies.Probe;
using ZcBench.Scores;

namespace ZcBench.Runs;

/// <summary>
/// Scores for some architectures of a table, kept in a folder. A run that was stopped continues where it
/// stopped.
/// </summary>
public sealed class Run
{
    private const string TrainingFolder = "training";
    private readonly IReadOnlyList<IProxy> _proxies;
    private readonly ScoringSettings _settings;
    private readonly RunRequest _request;

    private Run(
        RunManifest manifest,
        BenchmarkTable table,
        IReadOnlyList<Architecture> architectures,
        IReadOnlyList<IProxy> proxies,
        ScoringSettings settings,
        string folder,
        RunRequest request
    )
    {
        Manifest = manifest;
        Table = table;
        Architectures = architectures;
        Folder = folder;
        _proxies = proxies;
        _settings = settings;
        _request = request;
    }

    /// <summary>What the folder will state about its scores.</summary>
    public RunManifest Manifest { get; }

    /// <summary>The table that the architectures come from.</summary>
    public BenchmarkTable Table { get; }

    /// <summary>What is scored, in the table's order.</summary>
    public IReadOnlyList<Architecture> Architectures { get; }

    /// <summary>Where the scores go. <see cref="Execute"/> creates it.</summary>
    public string Folder { get; }

    /// <summary>
    /// After <see cref="Execute"/>: proxies of an earlier request that was stopped, and that this one did
    /// not ask for. The folder keeps their scores and no longer names them, so that it can be read; a request
    /// that asks for them continues.
    /// </summary>
    public IReadOnlyList<RunGap> LeftOut { get; private set; } = [];

    /// <summary>Checks everything that can be wrong, and writes nothing.</summary>
    /// <exception cref="UserError">
    /// Something asked for does not exist or does not fit into memory, or the folder holds another run.
    /// </exception>
    public static Run Open(RunRequest request)
    {
        request.Resources.Check();
        if (request is { IsStratified: true, Sample: null })
        {
            throw new UserError(
                "--stratified says how a sample is drawn, and no sample is asked for; add --sample"
            );
        }

        var space = request.Space is { } name ? SearchSpaces.Named(name).Id : null;
        var table = KnownTables.Open(request.Table, space);
        var selection = ProxySelection.Parse(request.Proxies, table.Description.Space);
        var network = request.Network.For(table);
        var (probe, protocol) = network.Open(SearchSpaces.Named(table.Description.Space));
        var training = request.Training.Open(network, probe.Task, selection.Proxies);
        var split = request.Split ?? table.UsualSplit(probe.Task.Dataset);
        var target = table.Find(probe.Task.Dataset, split, request.Epochs);
        var isOwnSeed = request.Sample is not null && request.SampleSeed != protocol.Seed;
        var manifest = new RunManifest(
            VersionText.OfProgram,
            table.Description.Space,
            request.Table,
            table.Checksum,
            target,
            request.Sample,
            protocol,
            selection.Ids,
            VersionText.OfEngine,
            isOwnSeed ? request.SampleSeed : null,
            training?.Recipe,
            request.IsStratified ? target : null,
            request.Shard
        );
        var architectures = manifest.Architectures(table);
        if (architectures.Count == 0)
        {
            throw new UserError(
                $"--shard {request.Shard} is empty: the run has fewer architectures than shards; give fewer"
            );
        }

        var whole = request.Folder ?? RunFolder.Named(manifest, table.Description.Id);
        var folder = request.Shard is { } shard ? RunFolder.OfShard(whole, shard) : whole;
        RunFolder.Joined(folder, manifest);
        var run = new Run(
            manifest,
            table,
            architectures,
            selection.Proxies,
            request.Resources.For(probe) with
            {
                Training = training is null
                    ? null
                    : training with
                    {
                        Folder = Path.Combine(folder, TrainingFolder),
                    },
            },
            folder,
            request
        );
        run.RequireMemory();
        return run;
    }

    /// <summary>Computes every score that the folder lacks, an architecture at a time.</summary>
    /// <param name="progress">Told of each architecture that was scored; null for nobody.</param>
    /// <param name="stop">Ends the run early. What was finished is kept.</param>
    /// <returns>How many architectures were scored.</returns>
    /// <exception cref="UserError">The folder cannot be written.</exception>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public int Execute(IProgress<ScoringProgress>? progress = null, CancellationToken stop = default)
    {
        using var store = RunStore.Open(Folder);
        var whole = RunFolder.Joined(Folder, Manifest);
        whole.Save(Folder);
        var scorer = new Scorer(store, Manifest.Protocol, _settings);
        var log = new SessionLog(Folder, Session(), progress);
        var scored = 0;
        try
        {
            scored = scorer.Run(Architectures, _proxies, log, stop);
        }
        finally
        {
            log.Close();
        }

        RemoveEmpty(Path.Combine(Folder, TrainingFolder));
        if (stop.IsCancellationRequested)
        {
            throw new OperationCanceledException("the same command continues where it stopped", stop);
        }

        LeaveOut(store, whole);
        return scored;
    }

    private RunSession Session() =>
        new(
            TimeProvider.System.GetUtcNow(),
            _request.Command,
            VersionText.OfBuild,
            Manifest.Engine,
            Machine.Processor,
            Environment.ProcessorCount,
            _settings.Workers,
            _settings.Threads,
            Scored: 0,
            Load: null
        );

    private void LeaveOut(RunStore store, RunManifest whole)
    {
        LeftOut = RunGap.Of(store, whole, Architectures);
        if (LeftOut.Count > 0)
        {
            var names = LeftOut.Select(gap => gap.Proxy).ToHashSet(StringComparer.Ordinal);
            (whole with { Proxies = [.. whole.Proxies.Where(id => !names.Contains(id))] }).Save(Folder);
        }
    }

    private static void RemoveEmpty(string folder)
    {
        if (Directory.Exists(folder) && !Directory.EnumerateFileSystemEntries(folder).Any())
        {
            Directory.Delete(folder);
        }
    }

    // What the folder holds already is not computed again, so it takes no memory.
    private void RequireMemory()
    {
        if (!File.Exists(Path.Combine(Folder, RunStore.FileName)))
        {
            Scorer.RequireMemory(Architectures, _proxies, _settings);
            return;
        }

        using var store = RunStore.OpenExisting(Folder);
        Scorer.RequireMemory(store, Manifest.Protocol, Architectures, _proxies, _settings);
    }
}
