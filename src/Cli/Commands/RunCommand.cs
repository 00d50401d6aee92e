using System.CommandLine;
using ZcBench.Benchmarks;
using ZcBench.Benchmarks.Tables;
using ZcBench.Cli.Terminal;
using ZcBench.Reports.Runs;
using ZcBench.Runs;
using ZcBench.Scores;

namespace ZcBench.Cli.Commands;

/// <summary>zcbench run: table → sample → networks → scores → store → ranked table.</summary>
internal static class RunCommand
{
    private const string Auto = "auto";

    private static readonly Dictionary<string, Split> Splits = new(StringComparer.Ordinal)
    {
        ["test"] = Split.Test,
        ["val"] = Split.Validation,
    };

    public static Command Create() => Build().Command;

    /// <summary>What the words after "run" ask for.</summary>
    /// <exception cref="UserError">They cannot be read.</exception>
    public static RunRequest Read(IReadOnlyList<string> words)
    {
        var (command, read) = Build();
        var plugin = PluginOption.Create();
        command.Add(plugin);
        var parsed = command.Parse(words);
        if (parsed.Errors.Count > 0)
        {
            throw new UserError($"run: {parsed.Errors[0].Message}");
        }

        PluginOption.Load(parsed.GetValue(plugin));
        return read(parsed);
    }

    private static (Command Command, Func<ParseResult, RunRequest> Read) Build()
    {
        var table = TableOption();
        var space = new Option<string?>("--space")
        {
            Description =
                "Search space of the table, if its description and columns do not state it (zcbench ls "
                + "spaces)",
        }.Checked(name => SearchSpaces.Named(name));
        var split = new Option<string?>("--split")
        {
            Description =
                "Accuracies to compare with: test or val; test if not given, "
                + "or val where the table has no test accuracies",
        }.Among(Splits.Keys);
        var epochs = new Option<int?>("--epochs")
        {
            Description = "Training epochs of the accuracies; the most that the table has if not given",
        };
        var sample = new Option<int?>("--sample")
        {
            Description = "Draw this many architectures from the table",
        };
        var stratified = new Option<bool>("--stratified")
        {
            Description =
                "Sort the table by accuracy, cut it into as many equal parts as the sample is large, "
                + "and draw one architecture from each",
        };
        var sampleSeed = new Option<long?>("--sample-seed")
        {
            Description = "Seed of the sample only; --seed if not given",
        };
        var all = new Option<bool>("--all") { Description = "All architectures of the table (the default)" };
        var proxies = new Option<string>("--proxies")
        {
            Description =
                "Comma-separated proxies and aggregates, rank_sum:a+b, or all; "
                + "wot@20 is wot after 20 steps of training, das@1epoch das after an epoch",
            DefaultValueFactory = _ => RunRequest.UsualProxies,
        };
        var workers = new Option<int?>("--workers")
        {
            Description = "Architectures scored at once; the number of cores if not given, 1 on a GPU",
        };
        var population = new Option<int?>("--population")
        {
            Description =
                "Architectures scored at once as one network; 32 on a GPU if not given, 1 on the CPU",
        };
        var threads = new Option<int>("--threads")
        {
            Description = "Threads inside each worker; the scores' last digits may depend on it",
            DefaultValueFactory = _ => 1,
        };
        var output = new Option<string?>("--out")
        {
            Description = "Run folder; named after the settings if not given",
        };
        var noReport = new Option<bool>("--no-report")
        {
            Description = "Score and store only; 'zcbench report' writes the report later",
        };
        var shard = new Option<string?>("--shard", "--shards")
        {
            Description =
                "Score a share of the run into a folder of its own, without a report: 3/16, "
                + "or auto in an array of Slurm; zcbench merge joins them",
        }.Checked(CheckShard);
        var network = new NetworkOptions(new NetworkRequest());
        var training = new TrainingOptions();
        var command = new Command(
            "run",
            "Score architectures of a table and rank the proxies by their correlation with trained accuracy"
        )
        {
            table,
            space,
            split,
            epochs,
            sample,
            stratified,
            sampleSeed,
            all,
            proxies,
            workers,
            population,
            threads,
            output,
            noReport,
            shard,
        };
        network.AddTo(command);
        training.AddTo(command);
        // On a thread of its own, so that Ctrl-C is heard while it works.
        command.SetAction(
            (parsed, stop) =>
                Task.Run(
                    () =>
                    {
                        var request = Request(parsed);
                        return Execute(request, request.Shard is null && !parsed.GetValue(noReport), stop);
                    },
                    CancellationToken.None
                )
        );
        return (command, Request);

        RunRequest Request(ParseResult parsed) =>
            new(parsed.GetValue(table)!)
            {
                Space = parsed.GetValue(space),
                Split = parsed.GetValue(split) is { } name ? Splits[name] : null,
                Epochs = parsed.GetValue(epochs),
                Sample = Sample(parsed.GetValue(sample), parsed.GetValue(all)),
                IsStratified = parsed.GetValue(stratified),
                SampleSeed = parsed.GetValue(sampleSeed),
                Proxies = parsed.GetValue(proxies)!,
                Network = network.Read(parsed) with { Population = parsed.GetValue(population) },
                Training = training.Read(parsed),
                Shard = Shard(parsed.GetValue(shard)),
                Folder = parsed.GetValue(output),
                Command = ShellText.Of(["zcbench", .. parsed.Tokens.Select(token => token.Value)]),
                Resources = new(
                    parsed.GetValue(workers),
                    parsed.GetValue(threads),
                    network.MemoryLimit(parsed)
                ),
            };
    }

    /// <summary>An option that train shares.</summary>
    public static Option<string> TableOption() =>
        new("--table")
        {
            Description = "An embedded table (zcbench ls tables) or a CSV file (docs/tables.md)",
            DefaultValueFactory = _ => KnownTables.Default,
        };

    /// <summary>Runs, and reports if asked.</summary>
    public static int Execute(RunRequest request, bool withReport, CancellationToken stop)
    {
        var run = Run.Open(request);
        if (withReport)
        {
            RunReport.RequireOwn(run.Folder, [run.Folder]);
        }

        Console.Error.WriteLine(
            $"{run.Architectures.Count} architectures of {run.Table.Description.Id}, "
                + $"{string.Join(", ", run.Manifest.Proxies)}, into {run.Folder} (if stopped, "
                + "the same command continues there)"
        );
        ProgressDisplay.During(progress => run.Execute(progress, stop));
        foreach (var gap in run.LeftOut)
        {
            Console.Error.WriteLine(
                $"{gap.Proxy}, asked for earlier, lacks scores of {gap.Missing} of {run.Architectures.Count} "
                    + "architectures and is left out of the run; what there is is kept, "
                    + "and --proxies with its name completes it"
            );
        }

        if (withReport)
        {
            RunReport.Write([ScoredRun.Load(run.Folder)], [], run.Folder);
        }

        return ExitCode.Done;
    }

    private static int? Sample(int? count, bool all) =>
        all && count is not null
            ? throw new UserError("--sample and --all cannot be combined; give one")
            : count;

    private static Shard? Shard(string? text) =>
        text switch
        {
            null => null,
            Auto => Scores.Shard.OfSlurm(Environment.GetEnvironmentVariable),
            _ => Scores.Shard.Parse(text),
        };

    // Whether there is an array is asked only when the shard is.
    private static void CheckShard(string text)
    {
        if (text != Auto)
        {
            Scores.Shard.Parse(text);
        }
    }
}
