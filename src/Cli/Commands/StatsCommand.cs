using System.CommandLine;
using ZcBench.Benchmarks;
using ZcBench.Cli.Terminal;
using ZcBench.Imports.Published;
using ZcBench.Reports.Across;
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
            Description =
                "Folders that 'zcbench run' wrote; those of one dataset must differ only in their seeds, "
                + "and those of several search spaces are compared across them",
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
        var blocks = AcrossReport.BlocksOption();
        var output = new Option<string?>("--out")
        {
            Description = "Across search spaces, folder for tables and figures",
        };
        var json = new Option<bool>("--json") { Description = "Print JSON" };
        var command = new Command(
            "stats",
            "Print all statistics of scored runs: intervals, gain over counting, "
                + "correlation within equal-size groups, noise ceiling, coverage, spread, redundancy; "
                + "for runs of several search spaces, which proxy to take to one not seen"
        )
        {
            folders,
            table,
            with,
            resamples,
            blocks,
            output,
            json,
        };
        command.SetAction(parsed =>
        {
            var count = Limits.Within("--resamples", parsed.GetValue(resamples), 1, MaxResamples);
            var unit = AcrossReport.Unit(parsed.GetValue(blocks));
            var target = parsed.GetValue(output);
            if (target is not null)
            {
                AcrossFolder.Check(target);
            }

            var runs = parsed
                .GetValue(folders)!
                .Select(folder => ScoredRun.Load(folder, parsed.GetValue(table)))
                .ToList();
            if (unit is not null || AcrossAnalysis.IsFor(runs))
            {
                AcrossReport.RefusePublished(parsed.GetValue(with));
                AcrossReport.Show(runs, unit, new(count), target, parsed.GetValue(json));
                return ExitCode.Done;
            }

            if (target is not null)
            {
                throw new UserError(
                    $"--out {target} is for comparisons across search spaces or tasks, "
                        + $"and the runs are of one dataset, {runs[0].Manifest.Target.Dataset}; "
                        + "add runs of other spaces, or write tables and figures with zcbench report"
                );
            }

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
