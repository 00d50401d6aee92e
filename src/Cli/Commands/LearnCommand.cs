using System.CommandLine;
using System.Globalization;
using ZcBench.Benchmarks;
using ZcBench.Benchmarks.Tables;
using ZcBench.Cli.Terminal;
using ZcBench.Learned.Results;
using ZcBench.Reports.Runs;
using ZcBench.Runs;

namespace ZcBench.Cli.Commands;

/// <summary>
/// zcbench learn: how far learning from some accuracies comes, beside proxies that see none.
/// </summary>
internal static class LearnCommand
{
    private const int MaxRepeats = 1000;
    private const int LeastLearned = 10;

    public static Command Create()
    {
        var run = new Argument<string?>("run")
        {
            Description = "A run folder: learns from its scores and its architectures' graphs",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var table = new Option<string?>("--table")
        {
            Description =
                "A table in the place of a run: learns from graphs alone, over all its architectures",
        };
        var dataset = new Option<string?>("--dataset")
        {
            Description = "Dataset whose accuracies are learned; the run's or the table's own if not given",
        };
        var train = new Option<string>("--train")
        {
            Description = "Comma-separated numbers of accuracies to learn from",
            DefaultValueFactory = _ => "100",
        };
        var repeats = new Option<int>("--repeats")
        {
            Description = "Draws of the architectures learned from",
            DefaultValueFactory = _ => 10,
        };
        var seed = new Option<long>("--seed")
        {
            Description = "Seed of the draws",
            DefaultValueFactory = _ => 0,
        };
        var output = new Option<string?>("--out") { Description = "Folder for the table and its numbers" };
        var json = new Option<bool>("--json") { Description = "Print JSON" };
        var command = new Command(
            "learn",
            "Learn accuracies from graphs and scores (random forest, ridge regression): "
                + "an upper reference for proxies"
        )
        {
            run,
            table,
            dataset,
            train,
            repeats,
            seed,
            output,
            json,
        };
        // On a thread of its own, so that Ctrl-C is heard while it works.
        command.SetAction(
            (parsed, stop) =>
                Task.Run(
                    () =>
                    {
                        var setting = new LearnedSetting(
                            Sizes(parsed.GetValue(train)!),
                            Limits.Within("--repeats", parsed.GetValue(repeats), 1, MaxRepeats),
                            parsed.GetValue(seed)
                        );
                        if (parsed.GetValue(output) is { } target)
                        {
                            LearnedFolder.Check(target, LearnedJson.FileName);
                        }

                        var source = Source(
                            parsed.GetValue(run),
                            parsed.GetValue(table),
                            parsed.GetValue(dataset)
                        );
                        var reference = ProgressDisplay.During(progress =>
                            LearnedReference.Of(source, setting, progress, stop)
                        );
                        Show(reference, parsed.GetValue(output), parsed.GetValue(json));
                        return ExitCode.Done;
                    },
                    CancellationToken.None
                )
        );
        return command;
    }

    private static LearnedSource Source(string? folder, string? path, string? dataset)
    {
        switch (folder, path)
        {
            case ({ }, null):
                var run = ScoredRun.Load(folder);
                return LearnedSource.Of(dataset is null ? run : run.Against(Usual(run.Table, dataset)));
            case (null, { }):
                var table = KnownTables.Open(path);
                return LearnedSource.Of(table, Usual(table, dataset ?? table.UsualDataset));
            default:
                throw new UserError("learn takes one of a run folder and --table; give one of them");
        }
    }

    private static Target Usual(BenchmarkTable table, string dataset) =>
        table.Find(dataset, table.UsualSplit(dataset));

    private static int[] Sizes(string list)
    {
        var sizes = list.Split(',', StringSplitOptions.TrimEntries)
            .Select(text =>
                int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var size)
                && size >= LeastLearned
                    ? size
                    : throw new UserError(
                        $"--train '{text}' is not valid; write numbers of accuracies from {LeastLearned} up, "
                            + $"as 100,1000"
                    )
            )
            .Distinct()
            .ToArray();
        return sizes;
    }

    private static void Show(LearnedReference reference, string? folder, bool isJson)
    {
        var (table, numbers) = (LearnedTable.Of(reference), LearnedJson.Of(reference));
        if (folder is not null)
        {
            LearnedFolder.Write(folder, LearnedJson.FileName, numbers, table);
        }

        if (isJson)
        {
            Json.Print(numbers);
            return;
        }

        TableView.Show(table);
        Console.Out.WriteLine(table.Caption);
    }
}
