using System.CommandLine;
using System.Globalization;
using ZcBench.Benchmarks;
using ZcBench.Benchmarks.Tables;
using ZcBench.Cli.Terminal;
using ZcBench.Reports.Runs;
using ZcBench.Scores;
using ZcBench.Scoring;

namespace ZcBench.Cli.Commands;

/// <summary>zcbench run: table → sample → networks → scores → store → ranked table.</summary>
internal static class RunCommand
{
    private const int DefaultBatch = 32;

    public static Command Create()
    {
        var table = new Option<string>("--table")
        {
            Description = "An embedded table (zcbench ls tables) or a CSV file of that kind",
            DefaultValueFactory = _ => KnownTables.Default,
        };
        var split = new Option<string>("--split")
        {
            Description = "Accuracies to compare with: test or val",
            DefaultValueFactory = _ => "test",
        };
        var epochs = new Option<int?>("--epochs")
        {
            Description = "Epochs of training behind the accuracies; the table's longest training if not given",
        };
        var sample = new Option<int?>("--sample") { Description = "Draw this many architectures from the table" };
        var all = new Option<bool>("--all") { Description = "All architectures of the table (the default)" };
        var proxies = new Option<string>("--proxies")
        {
            Description = "Comma-separated proxies and aggregates, or all",
            DefaultValueFactory = _ => "all",
        };
        var workers = new Option<int>("--workers")
        {
            Description = "Architectures scored at once; the number of cores if not given, 1 on a GPU",
        };
        var threads = new Option<int>("--threads")
        {
            Description = "Threads inside each worker; the scores' last digits may depend on it",
            DefaultValueFactory = _ => 1,
        };
        var output = new Option<string?>("--out") { Description = "Run folder; named after the settings if not given" };
        var network = new NetworkOptions(DefaultBatch, NetworkOptions.Texture);
        var command = new Command(
            "run", "Score architectures of a table and rank the proxies by their correlation with trained accuracy")
        {
            table, split, epochs, sample, all, proxies, workers, threads, output,
        };
        network.AddTo(command);
        command.SetAction((parsed, stop) => Task.FromResult(Run(
            parsed.GetValue(table)!, Split(parsed.GetValue(split)!), parsed.GetValue(epochs),
            parsed.GetValue(all) ? null : parsed.GetValue(sample), parsed.GetValue(proxies)!,
            Positive("--workers", parsed.GetValue(workers) is 0 ? DefaultWorkers(parsed.GetValue(network.Device)!) : parsed.GetValue(workers)),
            Positive("--threads", parsed.GetValue(threads)), parsed.GetValue(output), network, parsed, stop)));
        return command;
    }

    private static int Run(
        string tableName, Split split, int? epochs, int? sample, string proxyList, int workers, int threads,
        string? output, NetworkOptions network, ParseResult parsed, CancellationToken stop)
    {
        var selection = ProxySelection.Parse(proxyList);
        var (probe, protocol) = network.Read(parsed);
        var table = KnownTables.Open(tableName);
        var target = table.Find(protocol.Dataset, split, epochs);
        var rows = ArchitectureSample.Rows(table, sample, protocol.Seed);
        var manifest = new RunManifest(
            VersionText.OfProgram, table.Description.Space, tableName, table.Checksum, target, sample, protocol,
            selection.Ids, VersionText.OfEngine);
        var folder = output ?? Path.Combine("runs", FolderName(manifest, table));
        using (var store = RunStore.Open(folder))
        {
            manifest.Save(folder);
            Console.Error.WriteLine(
                $"{rows.Count} architectures of {table.Description.Id}, {selection.Proxies.Count} proxies, into {folder} "
                + "(stopped and started again it continues there)");
            new Scorer(store, protocol, new(probe, workers, threads)).Run(
                [.. rows.Select(row => table.Architectures[row])], selection.Proxies, new ProgressLine(), stop);
        }

        stop.ThrowIfCancellationRequested();
        RunReport.Write(ScoredRun.Load(folder), folder);
        return ExitCode.Done;
    }

    private static string FolderName(RunManifest manifest, BenchmarkTable table)
    {
        var protocol = manifest.Protocol;
        string?[] parts =
        [
            table.Description.Id, protocol.Dataset, manifest.Target.Split == Benchmarks.Tables.Split.Test ? null : "val",
            manifest.Sample is { } n ? string.Create(CultureInfo.InvariantCulture, $"n{n}") : null,
            string.Create(CultureInfo.InvariantCulture, $"seed{protocol.Seed}"),
            string.Create(CultureInfo.InvariantCulture, $"batch{protocol.Batch}"),
            protocol.Input.Replace(':', '-'),
            protocol.Init == "published" ? null : protocol.Init, protocol.DType, protocol.Device,
        ];
        return string.Join('-', parts.Where(part => part is not null));
    }

    private static Split Split(string name) => name switch
    {
        "test" => Benchmarks.Tables.Split.Test,
        "val" => Benchmarks.Tables.Split.Validation,
        _ => throw new UserError($"--split '{name}' is unknown; use test or val"),
    };

    private static int DefaultWorkers(string device) => device == "cpu" ? Environment.ProcessorCount : 1;

    private static int Positive(string option, int value) =>
        value > 0 ? value : throw new UserError($"{option} {value} makes no sense; give 1 or more");
}
