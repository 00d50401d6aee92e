using System.CommandLine;
using ZcBench.Benchmarks;
using ZcBench.Benchmarks.Tables;
using ZcBench.Cli.Terminal;
using ZcBench.Imports.Published;
using ZcBench.Reports.Tables;
using ZcBench.Runs;
using ZcBench.Search;
using ZcBench.Search.Methods;
using ZcBench.Search.Queries;
using ZcBench.Search.Results;
using ZcBench.Supernets.Searches;

namespace ZcBench.Cli.Commands;

/// <summary>zcbench search: searches a table, paying for what it looks at.</summary>
internal static class SearchCommand
{
    private const int MaxRepeats = 100_000;
    private const string OnlyScored = "scored";
    private const string WholeTable = "table";
    private const string MixedPools = "mixed";

    private static readonly Dictionary<string, SearchPool> Pools = new(StringComparer.Ordinal)
    {
        [WholeTable] = SearchPool.Table,
        [OnlyScored] = SearchPool.Scored,
        [MixedPools] = SearchPool.Mixed,
    };

    private static readonly Argument<string> Methods = new("methods")
    {
        Description =
            "Comma-separated searches, written id, id:argument or id:argument@draw, "
            + "or all (zcbench ls searches)",
    };

    private static readonly Option<string> Table = new("--table")
    {
        Description = "A CSV table with validation accuracies and training seconds (docs/tables.md)",
        Required = true,
    };

    private static readonly Option<string?> Dataset = new("--dataset")
    {
        Description =
            "Dataset of the validation accuracies that a search pays for; "
            + "the usual one of the table if not given",
    };

    private static readonly Option<int?> Queries = new("--budget")
    {
        Description =
            "Architectures that each search may train; "
            + $"{Budget.UsualQueries} unless this or --seconds is given",
    };

    private static readonly Option<double?> Seconds = new("--seconds")
    {
        Description = "Seconds that each search may spend on training and scoring together",
    };

    private static readonly Option<int> Repeats = new("--repeats")
    {
        Description = "Searches of each method",
        DefaultValueFactory = _ => 10,
    };

    private static readonly Option<long> Seed = new("--seed")
    {
        Description = "Seed of the first repeat; each further repeat adds 1",
        DefaultValueFactory = _ => 0,
    };

    private static readonly Option<string[]> Scores = new("--scores")
    {
        Description =
            "Run folders with scores, finished or not; "
            + "missing scores are computed and forgotten, unless --save-scores is given",
        AllowMultipleArgumentsPerToken = true,
    };

    private static readonly Option<bool> SaveScores = new("--save-scores")
    {
        Description = "Write missing scores, once computed, into the first folder of --scores",
    };

    private static readonly Option<string?> Published = new("--published")
    {
        Description = "Scores that others published, CSV or JSON, in place of run folders",
    };

    private static readonly Option<string> Pool = new Option<string>("--pool")
    {
        Description =
            $"What all methods draw from. '{WholeTable}': the whole table; '{OnlyScored}': the architectures "
            + $"with every requested score; '{MixedPools}': these where a method ranks by scores, "
            + "else the whole table",
        DefaultValueFactory = _ => WholeTable,
    }.Among(Pools.Keys);

    private static readonly Option<double?> Reach = new("--reach")
    {
        Description =
            "Test accuracy that a search is to reach; "
            + "that of the worst of the best hundredth of the pool if not given",
    };

    private static readonly Option<string?> Images = new("--images")
    {
        Description =
            "Image folder that the run was scored on; needed to compute missing scores of such a run",
    };

    private static readonly Option<int?> Workers = new("--workers")
    {
        Description =
            "Searches run in parallel, and architectures scored at once where scores are missing; "
            + "the number of cores if not given, 1 for scores on a GPU. Results do not depend on it",
    };

    private static readonly Option<int> Threads = new("--threads")
    {
        Description =
            "Threads inside each worker that computes missing scores; their last digits may depend on it",
        DefaultValueFactory = _ => 1,
    };

    private static readonly Option<string?> Memory = NetworkOptions.MemoryOption();

    private static readonly Option<string?> Out = new("--out")
    {
        Description = "Folder for search.json, the table and the figure",
    };

    private static readonly Option<bool> AsJson = new("--json") { Description = "Print JSON" };

    public static Command Create()
    {
        var command = new Command(
            "search",
            "Run search methods on a table and report test accuracy and cost over repeats"
        )
        {
            Methods,
            Table,
            Dataset,
            Queries,
            Seconds,
            Repeats,
            Seed,
            Scores,
            SaveScores,
            Published,
            Pool,
            Reach,
            Images,
            Workers,
            Threads,
            Memory,
            Out,
            AsJson,
        };
        // On a thread of its own, so that Ctrl-C is heard while it works.
        command.SetAction((parsed, stop) => Task.Run(() => Run(parsed, stop), CancellationToken.None));
        return command;
    }

    private static int Run(ParseResult parsed, CancellationToken stop)
    {
        RefuseSupernets(parsed.GetValue(Methods)!);
        var calls = MethodCall.ParseList(parsed.GetValue(Methods)!);
        var repeats = Limits.Within("--repeats", parsed.GetValue(Repeats), 1, MaxRepeats);
        var resources = new Resources(
            parsed.GetValue(Workers),
            parsed.GetValue(Threads),
            NetworkOptions.MemoryLimit(parsed.GetValue(Memory))
        );
        resources.Check();
        var (queries, seconds) = (parsed.GetValue(Queries), parsed.GetValue(Seconds));
        var budget = new Budget(queries ?? (seconds is null ? Budget.UsualQueries : null), seconds);
        var isPublished = parsed.GetValue(Published) is not null;
        if (parsed.GetValue(Out) is { } folder)
        {
            SearchFolder.Check(folder);
        }

        var table = KnownTables.Open(parsed.GetValue(Table)!);
        var request = new SearchRequest(
            table,
            parsed.GetValue(Dataset) ?? table.UsualDataset,
            budget,
            repeats,
            parsed.GetValue(Seed),
            Pools[parsed.GetValue(Pool)!]
        )
        {
            Reach = parsed.GetValue(Reach),
        };
        var source = Source(parsed, table, resources);
        using (source as IDisposable)
        {
            var bench = SearchBench.Open(request, calls, source);
            if (bench.Unscored > 0)
            {
                var remedy = isPublished
                    ? ""
                    : "; they are computed when a search needs them ('zcbench run' beforehand is faster)";
                Console.Error.WriteLine(
                    $"{bench.Unscored} of {bench.Pool} architectures lack scores{remedy}"
                );
            }

            var workers = resources.Workers ?? Environment.ProcessorCount;
            var results = ProgressDisplay.During(progress => bench.Run(workers, progress, stop));
            SayMeasured(source, parsed.GetValue(Scores));
            Show(parsed, results, MetricTable.Of(bench.MetricSizes(), bench.Scores), bench.Scores);
        }

        return ExitCode.Done;
    }

    private static void Show(ParseResult parsed, SearchResults results, ReportTable? metrics, string scores)
    {
        var test = new TestAccuracies(results);
        var quality = SearchQuality.Of(results, test);
        ReportTable[] views =
        [
            SearchTable.Of(results, test, scores),
            RegretTable.Of(quality),
            .. new[] { PairedMethodsTable.Of(quality), metrics }.OfType<ReportTable>(),
        ];
        var folder = parsed.GetValue(Out);
        if (folder is not null)
        {
            SearchFolder.Write(results, quality, scores, views, folder);
        }

        if (parsed.GetValue(AsJson))
        {
            Json.Print(SearchJson.Of(results, quality, scores));
        }
        else
        {
            foreach (var view in views)
            {
                TableView.Show(view);
                Console.Out.WriteLine(view.Caption);
            }

            if (folder is not null)
            {
                Console.Out.WriteLine(
                    $"{Path.Combine(folder, SearchFolder.Json)}, {Path.Combine(folder, "tables")}, "
                        + $"{Path.Combine(folder, "figures")}"
                );
            }
        }
    }

    private static IScoreSource Source(ParseResult parsed, BenchmarkTable table, Resources resources)
    {
        var (runs, file) = (parsed.GetValue(Scores) ?? [], parsed.GetValue(Published));
        if (runs.Length > 0 && file is not null)
        {
            throw new UserError("--scores and --published cannot be combined; give one");
        }

        if (runs.Length == 0 && parsed.GetValue(SaveScores))
        {
            throw new UserError("--save-scores writes into a run folder; name one with --scores");
        }

        return runs.Length > 0
                ? new RunScoreSource(
                    runs,
                    table.Description.Space,
                    new MissingScores(parsed.GetValue(Images), resources, ProgressDisplay.Within),
                    parsed.GetValue(SaveScores)
                )
            : file is not null
                ? new PublishedScoreSource(
                    PublishedScoresFile.Read(
                        file,
                        SearchSpaces.Named(table.Description.Space),
                        parsed.GetValue(Dataset) ?? table.UsualDataset
                    )
                )
            : new NoScores();
    }

    private static void SayMeasured(IScoreSource source, string[]? runs)
    {
        if (source is RunScoreSource { Measured: > 0 } measured)
        {
            var kept = measured.KeepsScores
                ? $"written into {runs![0]}"
                : $"forgotten now; --save-scores writes them into {runs![0]}";
            Console.Error.WriteLine(
                $"scores of {measured.Measured} architectures were computed for the search, and are {kept}"
            );
        }
    }

    private static void RefuseSupernets(string methods)
    {
        var supernet = methods
            .Split(',', StringSplitOptions.TrimEntries)
            .FirstOrDefault(method => SupernetCatalogue.All.ContainsKey(method.Split(':')[0]));
        if (supernet is not null)
        {
            throw new UserError(
                $"search '{supernet}' trains shared weights on images; "
                    + $"run it with zcbench supernet {supernet}"
            );
        }
    }
}
