using System.CommandLine;
using System.Globalization;
using ZcBench.Benchmarks;
using ZcBench.Benchmarks.Tables;
using ZcBench.Cli.Terminal;
using ZcBench.Proxies.Probe;
using ZcBench.Reports.Runs;
using ZcBench.Scores;
using ZcBench.Runs;

namespace ZcBench.Cli.Commands;

/// <summary>zcbench run: table → sample → networks → scores → store → ranked table.</summary>
internal static class RunCommand
{
    private const int DefaultBatch = 32;

    // What shares one forward and two backward passes: a minute or two for the embedded table on two cores.
    private const string DefaultProxies = "das,flops,grad_norm,jacob_cov,params,snip,synflow,wot";

    public static Command Create()
    {
        var table = new Option<string>("--table")
        {
            Description = "An embedded table (zcbench ls tables) or a CSV file (docs/tables.md)",
            DefaultValueFactory = _ => KnownTables.Default,
        };
        var space = new Option<string?>("--space")
        {
            Description = "Search space of the table, if its description and columns do not state it "
                + "(zcbench ls spaces)",
        };
        var split = new Option<string>("--split")
        {
            Description = "Accuracies to compare with: test or val",
            DefaultValueFactory = _ => "test",
        };
        var epochs = new Option<int?>("--epochs")
        {
            Description = "Training epochs of the accuracies; the most that the table has if not given",
        };
        var sample = new Option<int?>("--sample") { Description = "Draw this many architectures from the table" };
        var sampleSeed = new Option<long?>("--sample-seed") 
        {
            Description = "Seed of the sample only; --seed if not given",
        };
        var all = new Option<bool>("--all") { Description = "All architectures of the table (the default)" };
        var proxies = new Option<string>("--proxies")
        {
            Description = "Comma-separated proxies and aggregates, rank_sum:a+b, or all",
            DefaultValueFactory = _ => DefaultProxies,
        };
        var workers = new Option<int?>("--workers")
        {
            Description = "Architectures scored at once; the number of cores if not given, 1 on a GPU",
        };
        var threads = new Option<int>("--threads")
        {
            Description = "Threads inside each worker; the scores' last digits may depend on it",
            DefaultValueFactory = _ => 1,
        };
        var output = new Option<string?>("--out") { Description = "Run folder; named after the settings if not given" };
        var network = new NetworkOptions(DefaultBatch, NetworkOptions.Texture, NetworkOptions.Published);
        var command = new Command(
            "run", "Score architectures of a table and rank the proxies by their correlation with trained accuracy")
        {
            table, space, split, epochs, sample, sampleSeed, all, proxies, workers, threads, output,
        };
        network.AddTo(command);
        // On a thread of its own, so that Ctrl-C is heard while it works.
        command.SetAction((parsed, stop) => Task.Run(
            () => Run(
                parsed.GetValue(table)!, parsed.GetValue(space), Split(parsed.GetValue(split)!), parsed.GetValue(epochs),
                Sample(parsed.GetValue(sample), parsed.GetValue(all)), parsed.GetValue(sampleSeed), parsed.GetValue(proxies)!,
                Limits.Workers(parsed.GetValue(workers) ?? DefaultWorkers(parsed.GetValue(network.Device)!)),
                Limits.Threads(parsed.GetValue(threads)), parsed.GetValue(output), network, parsed, stop),
            CancellationToken.None));
        return command;
    }

    private static int Run(
        string tableName, string? space, Split split, int? epochs, int? sample, long? sampleSeed, string proxyList, int workers,
        int threads, string? output, NetworkOptions network, ParseResult parsed, CancellationToken stop)
    {
        var table = KnownTables.Open(tableName, space is null ? null : SearchSpaces.Named(space).Id);
        var selection = ProxySelection.Parse(proxyList, table.Description.Space);
        var (probe, protocol) = network.Read(parsed);
        var target = table.Find(protocol.Dataset, split, epochs);
        var rows = ArchitectureSample.Rows(table, sample, sampleSeed ?? protocol.Seed);
        var manifest = new RunManifest(
            VersionText.OfProgram, table.Description.Space, tableName, table.Checksum, target, sample, protocol,
            selection.Ids, VersionText.OfEngine, sample is null || sampleSeed == protocol.Seed ? null : sampleSeed);
        var settings = new ScoringSettings(probe, workers, threads, network.MemoryLimit(parsed));
        var architectures = rows.Select(row => table.Architectures[row]).ToList();
        var folder = output ?? Path.Combine("runs", FolderName(manifest, table));
        RefuseOtherRun(folder, manifest);
        RunReport.RequireOwn(folder, [folder]);
        RequireMemory(folder, architectures, selection.Proxies, protocol, settings);
        using (var store = RunStore.Open(folder))
        {
            manifest.Save(folder);
            Console.Error.WriteLine(
                $"{rows.Count} architectures of {table.Description.Id}, {string.Join(", ", selection.Ids)}, into {folder} "
                + "(if stopped, the same command continues there)");
            ProgressDisplay.During(progress =>
                new Scorer(store, protocol, settings).Run(architectures, selection.Proxies, progress, stop));
        }

        if (stop.IsCancellationRequested)
        {
            throw new OperationCanceledException("the same command continues where it stopped", stop);
        }

        RunReport.Write([ScoredRun.Load(folder)], [], folder);
        return ExitCode.Done;
    }

    // What the folder holds already is not computed again, so it takes no memory.
    private static void RequireMemory(
        string folder, IReadOnlyList<Architecture> architectures, IReadOnlyList<IProxy> proxies, Protocol protocol,
        ScoringSettings settings)
    {
        if (!File.Exists(Path.Combine(folder, RunStore.FileName)))
        {
            Scorer.RequireMemory(architectures, proxies, settings);
            return;
        }

        using var store = RunStore.OpenExisting(folder);
        Scorer.RequireMemory(store, protocol, architectures, proxies, settings);
    }

    private static string FolderName(RunManifest manifest, BenchmarkTable table)
    {
        var protocol = manifest.Protocol;
        string?[] parts =
        [
            table.Description.Id, protocol.Dataset, manifest.Target.Split == Benchmarks.Tables.Split.Test ? null : "val",
            manifest.Sample is { } n ? string.Create(CultureInfo.InvariantCulture, $"n{n}") : null,
            manifest.SampleSeed is { } drawn ? string.Create(CultureInfo.InvariantCulture, $"drawn{drawn}") : null,
            string.Create(CultureInfo.InvariantCulture, $"seed{protocol.Seed}"),
            string.Create(CultureInfo.InvariantCulture, $"batch{protocol.Batch}"),
            protocol.InputSource.Replace(':', '-'),
            protocol.InputSeed == protocol.Seed ? null : string.Create(CultureInfo.InvariantCulture, $"input{protocol.InputSeed}"),
            protocol.Init == "published" ? null : protocol.Init, protocol.DType, protocol.Device,
        ];
        var name = string.Join('-', parts.Where(part => part is not null));
        return string.Concat(name.Select(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.' ? c : '_')).Replace("..", "_", StringComparison.Ordinal);
    }

    // One folder is one run: its report and scores.csv speak of one table, sample and protocol.
    private static void RefuseOtherRun(string folder, RunManifest manifest)
    {
        if (folder.Length == 0)
        {
            throw new UserError("--out is empty; give the name of a folder");
        }

        if (File.Exists(folder))
        {
            throw new UserError($"--out '{folder}' is a file; give the name of a folder");
        }

        if (File.Exists(Path.Combine(folder, RunManifest.FileName)))
        {
            var there = RunManifest.Load(folder);
            if (there with { Proxies = manifest.Proxies, Version = manifest.Version, Engine = manifest.Engine } != manifest)
            {
                throw new UserError(
                    $"{folder} holds another run ({there.Table}, {there.Target}, sample {there.Sample?.ToString(CultureInfo.InvariantCulture) ?? "all"}, "
                    + $"seed {there.Protocol.Seed}, batch {there.Protocol.Batch}, input {there.Protocol.Input}); choose another folder with --out");
            }
        }
    }

    private static int? Sample(int? count, bool all) => all && count is not null
        ? throw new UserError("--sample and --all cannot be combined; give one")
        : count;

    private static Split Split(string name) => name switch
    {
        "test" => Benchmarks.Tables.Split.Test,
        "val" => Benchmarks.Tables.Split.Validation,
        _ => throw new UserError($"--split '{name}' is unknown; use test or val"),
    };

    private static int DefaultWorkers(string device) => device == "cpu" ? Environment.ProcessorCount : 1;
}
