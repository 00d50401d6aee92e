using System.CommandLine;
using ZcBench.Benchmarks;
using ZcBench.Cli.Terminal;
using ZcBench.Reports.Across;
using ZcBench.Reports.Figures;
using ZcBench.Reports.Files;
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
        var options = new ReportOptions();
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
            resamples,
            blocks,
            output,
            json,
        };
        options.AddTo(command);
        command.SetAction(parsed =>
        {
            var count = Limits.Within("--resamples", parsed.GetValue(resamples), 1, MaxResamples);
            var unit = AcrossReport.Unit(parsed.GetValue(blocks));
            var target = parsed.GetValue(output);
            if (target is not null)
            {
                AcrossFolder.Check(target);
            }

            if (unit is not null || options.IsAcross(parsed))
            {
                AcrossReport.RefusePublished(options.Files(parsed));
                AcrossReport.Show(options.Read(parsed).Runs, unit, new(count), target, parsed.GetValue(json));
                return ExitCode.Done;
            }

            var (runs, published) = options.Read(parsed);
            if (target is not null)
            {
                throw new UserError(
                    $"--out {target} is for comparisons across search spaces or tasks, "
                        + $"and the runs are of one dataset, {runs[0].Manifest.Target.Dataset}; "
                        + "add runs of other spaces, or write tables and figures with zcbench report"
                );
            }

            var targets = options.Targets(parsed, runs[0].Table) ?? [runs[0].Manifest.Target];
            var subject = ReportSubject.Of(runs, published, new Bootstrap(count), targets);
            if (parsed.GetValue(json))
            {
                Json.Print(AnalysisJson.Of(subject.Main));
                return ExitCode.Done;
            }

            foreach (var table in TableCatalogue.Of(subject))
            {
                TableView.Show(table);
                Console.Out.WriteLine(table.Text);
            }

            return ExitCode.Done;
        });
        return command;
    }
}
