using System.CommandLine;
using ZcBench.Benchmarks;
using ZcBench.Benchmarks.Tables;
using ZcBench.Cli.Terminal;
using ZcBench.Imports.Published;
using ZcBench.Reports.Across;
using ZcBench.Reports.Runs;
using ZcBench.Runs;
using ZcBench.Scores;
using ZcBench.Scores.Published;

namespace ZcBench.Cli.Commands;

/// <summary>What report and stats are asked to show, and the runs read accordingly.</summary>
internal sealed class ReportOptions
{
    private const StringSplitOptions Splitting =
        StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries;

    private static readonly Dictionary<string, BaselineChoice> Baselines = new(
        StringComparer.OrdinalIgnoreCase
    )
    {
        ["none"] = BaselineChoice.None,
        ["best"] = BaselineChoice.Best,
        ["all"] = BaselineChoice.All,
    };

    private readonly Argument<string[]> _folders = new("run")
    {
        Description =
            "Folders that 'zcbench run' wrote; those of one dataset must differ only in their seeds, "
            + "and those of several search spaces are compared across them",
        Arity = ArgumentArity.OneOrMore,
    };

    private readonly Option<string?> _table = MovedTable.Option();

    private readonly Option<string[]> _with = new("--with")
    {
        Description =
            "Scores from elsewhere, ranked beside ours: "
            + "CSV with a column 'architecture' (text or NASLib's tuple) or 'index' and one for each proxy, "
            + "headed mine:higher or mine:lower; or JSON of NAS-Bench-Suite-Zero's layout (docs/reports.md)",
    };

    private readonly Option<string?> _proxies = new("--proxies")
    {
        Description =
            "Comma-separated proxies, aggregates and columns of --with to show; "
            + "those the run was asked for and all of --with if not given",
    };

    private readonly Option<string?> _targets = new("--targets")
    {
        Description =
            "Comma-separated accuracies to compare with, the first of them first: cifar100, cifar10:val, "
            + "cifar10:test@12; those of the run and the table's other datasets if not given",
    };

    private readonly Option<string> _baselines = new Option<string>("--baselines")
    {
        Description = "Counts of the graph beside the proxies asked for: none, best or all",
        DefaultValueFactory = _ => "best",
    }.Among(Baselines.Keys);

    /// <summary>Adds all of them to a command.</summary>
    public void AddTo(Command command)
    {
        command.Arguments.Add(_folders);
        foreach (Option option in new Option[] { _table, _with, _proxies, _targets, _baselines })
        {
            command.Options.Add(option);
        }
    }

    /// <summary>The run folders as they were given, without a slash at the end.</summary>
    public IReadOnlyList<string> Folders(ParseResult parsed) =>
        [.. parsed.GetValue(_folders)!.Select(Path.TrimEndingDirectorySeparator)];

    /// <summary>Files of scores from elsewhere.</summary>
    public string[] Files(ParseResult parsed) => parsed.GetValue(_with) ?? [];

    /// <summary>Whether the runs are of more than one search space or dataset.</summary>
    /// <exception cref="UserError">A folder is not a run folder.</exception>
    public bool IsAcross(ParseResult parsed) =>
        AcrossAnalysis.IsFor(Folders(parsed).Select(RunManifest.Load));

    /// <summary>Reads the runs with the scores from elsewhere, and the files themselves.</summary>
    /// <exception cref="UserError">Something asked for is not there, or cannot be told.</exception>
    public (IReadOnlyList<ScoredRun> Runs, IReadOnlyList<PublishedScores> Published) Read(ParseResult parsed)
    {
        var baselines = Baselines[parsed.GetValue(_baselines)!];
        var asked = parsed.GetValue(_proxies)?.Split(',', Splitting);
        if (asked is [])
        {
            throw new UserError("--proxies names none; give a list such as wot,params");
        }

        List<PublishedScores>? first = null;
        var runs = new List<ScoredRun>();
        foreach (var folder in Folders(parsed))
        {
            var files = Published(parsed, RunManifest.Load(folder), asked);
            first ??= files;
            var elsewhere = files
                .SelectMany(file => file.Columns)
                .Select(column => column.Id)
                .ToHashSet(StringComparer.Ordinal);
            var own = asked?.Where(name => !elsewhere.Contains(name)).ToList();
            var run = ScoredRun.Load(
                folder,
                parsed.GetValue(_table),
                own is null ? null
                    : own.Count == 0 ? []
                    : ProxyNames.Ids(string.Join(',', own))
            );
            runs.Add(run.With(files, ProxyNames.DirectionOf).Showing(baselines));
        }

        return (runs, first!);
    }

    /// <summary>The accuracies asked for; null where none are named.</summary>
    /// <exception cref="UserError">One is malformed, or the table lacks it.</exception>
    public IReadOnlyList<Target>? Targets(ParseResult parsed, BenchmarkTable table)
    {
        if (parsed.GetValue(_targets) is not { } list)
        {
            return null;
        }

        var targets = list.Split(',', Splitting).Select(text => TargetText.Find(table, text)).ToList();
        return targets.Count > 0
            ? [.. targets.Distinct()]
            : throw new UserError("--targets names none; give a list such as cifar10,cifar100:val");
    }

    private List<PublishedScores> Published(ParseResult parsed, RunManifest manifest, string[]? asked)
    {
        var files = Files(parsed);
        if (files.Length == 0)
        {
            return [];
        }

        // Only a file that names architectures by number asks for it.
        var table = new Lazy<BenchmarkTable>(() =>
            KnownTables.Open(parsed.GetValue(_table) ?? manifest.Table, manifest.Space)
        );
        return
        [
            .. files
                .Select(file =>
                    PublishedScoresFile.Read(
                        file,
                        SearchSpaces.Named(manifest.Space),
                        manifest.Protocol.Dataset,
                        index => table.Value.ByIndex(index)
                    )
                )
                .Select(file =>
                    asked is null
                        ? file
                        : file with
                        {
                            Columns = [.. file.Columns.Where(column => asked.Contains(column.Id))],
                        }
                )
                .Where(file => file.Columns.Count > 0),
        ];
    }
}
