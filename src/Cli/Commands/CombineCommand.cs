using System.CommandLine;
using ZcBench.Cli.Terminal;
using ZcBench.Learned.Combinations;
using ZcBench.Learned.Results;
using ZcBench.Reports.Runs;
using ZcBench.Reports.Tables;
using ZcBench.Runs;
using ZcBench.Statistics.Resampling;

namespace ZcBench.Cli.Commands;

/// <summary>
/// zcbench combine: which few proxies are worth combining, judged where they were not chosen.
/// </summary>
internal static class CombineCommand
{
    private const int MaxMembers = 8;

    public static Command Create()
    {
        var runs = new Argument<string[]>("run")
        {
            Description = "Folders of scored runs, of one or several search spaces",
            Arity = ArgumentArity.OneOrMore,
        };
        var most = new Option<int>("--most")
        {
            Description = "How many proxies to combine at most",
            DefaultValueFactory = _ => 4,
        };
        var seed = new Option<long>("--seed")
        {
            Description = "Seed of the halves",
            DefaultValueFactory = _ => 0,
        };
        var output = new Option<string?>("--out") { Description = "Folder for the tables and their numbers" };
        var json = new Option<bool>("--json") { Description = "Print JSON" };
        var command = new Command(
            "combine",
            "Choose a few proxies by forward selection on one task, or on all spaces but one, "
                + "and judge their rank sum on the others"
        )
        {
            runs,
            most,
            seed,
            output,
            json,
        };
        command.SetAction(parsed =>
        {
            var count = Limits.Within("--most", parsed.GetValue(most), 1, MaxMembers);
            var folder = parsed.GetValue(output);
            if (folder is not null)
            {
                LearnedFolder.Check(folder, CombinationJson.FileName);
            }

            var scored = parsed.GetValue(runs)!.Select(run => ScoredRun.Load(run)).ToList();
            var study = CombinationStudy.Of(scored, count, parsed.GetValue(seed), new Bootstrap());
            IReadOnlyList<ReportTable> tables = UnseenTable.Of(study) is { } unseen
                ? [CombinationTable.Of(study), unseen]
                : [CombinationTable.Of(study)];
            var numbers = CombinationJson.Of(study);
            if (folder is not null)
            {
                LearnedFolder.Write(folder, CombinationJson.FileName, numbers, tables);
            }

            if (parsed.GetValue(json))
            {
                Json.Print(numbers);
                return ExitCode.Done;
            }

            foreach (var table in tables)
            {
                TableView.Show(table);
                Console.Out.WriteLine(table.Caption);
            }

            return ExitCode.Done;
        });
        return command;
    }
}
