using System.CommandLine;
using ZcBench.Cli.Terminal;
using ZcBench.Imports.Published;
using ZcBench.Reports.Analysis;
using ZcBench.Reports.Files;
using ZcBench.Reports.Runs;
using ZcBench.Reports.Tables;
using ZcBench.Runs;
using ZcBench.Statistics.Resampling;

namespace ZcBench.Cli.Commands;

/// <summary>zcbench stats: everything that stored scores say, in tables or as JSON.</summary>
internal static class StatsCommand
{
    private const int MaxResamples = 100_000;

    public static Command Create()
    {
        var folders = new Argument<string[]>("run")
        {
            Description = "Folders that 'zcbench run' wrote; several must differ only in their seeds",
            Arity = ArgumentArity.OneOrMore,
        };
        var table = MovedTable.Option();
        var with = new Option<string[]>("--with")
        {
            Description =
                "Scores that others published: JSON of NAS-Bench-Suite-Zero's layout, "
                + "or CSV with a column 'architecture'",
        };
        var resamples = new Option<int>("--resamples")
        {
            Description = "Bootstrap resamples behind the intervals",
            DefaultValueFactory = _ => new Bootstrap().Resamples,
        };
        var json = new Option<bool>("--json") { Description = "Print JSON" };
        var command = new Command(
            "stats",
            "Print all statistics of scored runs: intervals, gain over counting, "
                + "correlation within equal-size groups, noise ceiling, coverage, spread, redundancy"
        )
        {
            folders,
            table,
            with,
            resamples,
            json,
        };
        command.SetAction(parsed =>
        {
            var count = Limits.Within("--resamples", parsed.GetValue(resamples), 1, MaxResamples);
            var runs = parsed
                .GetValue(folders)!
                .Select(folder => ScoredRun.Load(folder, parsed.GetValue(table)))
                .ToList();
            var published = (parsed.GetValue(with) ?? [])
                .Select(file =>
                    PublishedScoresFile.Read(file, runs[0].Space, runs[0].Manifest.Protocol.Dataset)
                )
                .ToList();
            var analysis = RunAnalysis.Of(runs, published, new Bootstrap(count));
            if (parsed.GetValue(json))
            {
                Json.Print(AnalysisJson.Of(analysis));
                return ExitCode.Done;
            }

            foreach (var table in TableCatalogue.Of(analysis))
            {
                TableView.Show(table);
                Console.Out.WriteLine(table.Caption);
            }

            return ExitCode.Done;
        });
        return command;
    }
}
