using System.Globalization;
using System.Text.Json.Nodes;
using ZcBench.Reports.Across;
using ZcBench.Reports.Runs;
using ZcBench.Reports.Tables;
using ZcBench.Scores;
using ZcBench.Statistics.Across;
using ZcBench.Statistics.Resampling;

namespace ZcBench.Reports.Page;

/// <summary>
/// What the leaderboard reads: proxies with their τ-b on every task, tasks and the runs behind them;
/// architectures, and their places by accuracy, lie in the pack.
/// </summary>
internal static class LeaderboardData
{
    public static string Title(AcrossAnalysis analysis) =>
        $"Zero-cost proxies across {AcrossWords.Number(analysis.Spaces.Count, "search space")}";

    public static JsonObject Of(AcrossAnalysis analysis, NumberPack numbers)
    {
        var tasks = analysis.Tasks;
        // Numbers of sets are those of one space.
        var sets = tasks.Select(task => (task.Space.Id, task.Set)).Distinct().ToList();
        return new()
        {
            ["answer"] = AcrossWords.Answer(analysis),
            ["caption"] = LeaderboardTable.Of(analysis).Caption,
            ["level"] = NumberText.Level(analysis.Bootstrap),
            ["unit"] = analysis.Unit == BlockUnit.Spaces ? "spaces" : "tasks",
            ["proxies"] = new JsonArray([
                .. analysis.Proxies.Select(proxy => new JsonObject
                {
                    ["id"] = proxy.Id,
                    ["proxy"] = ProxyCard.Of(Column(tasks[0].Runs[0], proxy.Id)),
                    ["interval"] = IntervalOf(proxy.MeanRank),
                    ["tau"] = Numbers(proxy.TaskTau.Select(tau => (double?)tau)),
                    ["ms"] = Numbers(tasks.Select(task => Milliseconds(task, proxy.Id))),
                }),
            ]),
            ["sets"] = new JsonArray([
                .. sets.Select(set =>
                    numbers.Lines(
                        tasks
                            .First(task => (task.Space.Id, task.Set) == set)
                            .Runs[0]
                            .Architectures.Select(architecture => architecture.Text)
                    )
                ),
            ]),
            ["tasks"] = new JsonArray([
                .. tasks.Select(task => new JsonObject
                {
                    ["name"] = task.Name,
                    ["space"] = task.Space.Id,
                    ["dataset"] = task.Target.Dataset,
                    ["n"] = task.Architectures,
                    ["set"] = sets.IndexOf((task.Space.Id, task.Set)),
                    ["place"] = numbers.Singles(Places(task.Runs[0].Accuracies)),
                }),
            ]),
            ["runs"] = new JsonArray([.. Runs(tasks).Select(run => RunOf(run.Key, [.. run]))]),
        };
    }

    // Place of each accuracy among the distinct ones, 0 for the lowest. τ-b asks for the order alone, so a
    // page that is passed on need not hold a table's accuracies.
    private static IEnumerable<double> Places(IReadOnlyList<double> accuracies)
    {
        var places = accuracies
            .Distinct()
            .Order()
            .Select((accuracy, place) => (accuracy, place))
            .ToDictionary(item => item.accuracy, item => (double)item.place);
        return accuracies.Select(accuracy => places[accuracy]);
    }

    // A run with the tasks that its scores are held against.
    private static IEnumerable<IGrouping<ScoredRun, ScoredTask>> Runs(IReadOnlyList<ScoredTask> tasks)
    {
        var runs = new List<ScoredRun>();
        return tasks
            .SelectMany(task => task.Runs, (task, run) => (Task: task, Run: First(run)))
            .GroupBy(item => item.Run, item => item.Task);

        ScoredRun First(ScoredRun run)
        {
            var known = runs.Find(other =>
                other.Manifest == run.Manifest with { Target = other.Manifest.Target }
            );
            if (known is null)
            {
                runs.Add(run);
            }

            return known ?? run;
        }
    }

    private static JsonObject RunOf(ScoredRun run, IReadOnlyList<ScoredTask> tasks)
    {
        var (manifest, protocol, table) = (run.Manifest, run.Manifest.Protocol, run.Table.Description);
        // The page goes to other people, so it names the table's file without its folder.
        var file = Path.GetFileName(manifest.Table);
        var seed = Text(protocol.Seed);
        IEnumerable<(string Name, string Text)> facts =
        [
            ("Search space", $"{run.Space.Title}: {run.Space.Paper}"),
            ("Table", $"{file}: {table.Title}"),
            ("Its source", table.Source),
            ("Its licence", table.Licence),
            ("Its SHA-256", manifest.TableChecksum),
            ("Accuracies", $"{string.Join(", ", tasks.Select(task => task.Target))}; {table.Kind}"),
            ("Sample", Sample(run)),
            ("Networks", $"built for {protocol.Dataset}"),
            ("Seed", $"weights {seed}, input {Text(protocol.InputSeed)}"),
            ("Input", protocol.InputSource),
            ("Batch", NumberText.Count(protocol.Batch)),
            ("Weights", protocol.Init),
            ("Numbers", $"{protocol.DType} on {protocol.Device}"),
            ("Program", $"zcbench {manifest.Version}, {manifest.Engine}"),
        ];
        return new()
        {
            ["space"] = run.Space.Id,
            ["brief"] =
                $"{Sample(run)}; seed {seed}, {protocol.InputSource}, "
                + $"batch {NumberText.Count(protocol.Batch)}",
            ["facts"] = new JsonArray([.. facts.Select(fact => new JsonArray(fact.Name, fact.Text))]),
            ["command"] = RunCommandLine.Of(manifest with { Table = file }),
        };
    }

    private static string Sample(ScoredRun run)
    {
        var count = NumberText.Count(run.Architectures.Count);
        return run.Manifest switch
        {
            { Sample: null } => $"all {count} architectures of the table",
            { StratifiedBy: { } target } manifest =>
                $"{count} architectures, stratified by {target}, sample seed " + Text(manifest.SampledWith),
            var manifest => $"{count} architectures at random, sample seed " + Text(manifest.SampledWith),
        };
    }

    private static string Text(long value) => value.ToString(CultureInfo.InvariantCulture);

    private static ScoreColumn Column(ScoredRun run, string id) =>
        CommonProxies.Find(run.Whole(), id)
        ?? throw new InvalidOperationException($"{id} is compared and not in every run");

    // Mean over repetitions of the medians over architectures; null where nobody says.
    private static double? Milliseconds(ScoredTask task, string id) =>
        task.Runs.Average(run => Column(run, id).MillisecondsPerArchitecture);

    private static JsonArray Numbers(IEnumerable<double?> values) =>
        new([.. values.Select(value => value is { } number ? JsonValue.Create(number) : null)]);

    private static JsonArray IntervalOf(Interval interval) =>
        Numbers([interval.Point.Value, interval.Low.Value, interval.High.Value]);
}
