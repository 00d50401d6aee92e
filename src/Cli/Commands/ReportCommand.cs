using System.CommandLine;
using ZcBench.Cli.Terminal;
using ZcBench.Imports.Published;
using ZcBench.Reports.Runs;

namespace ZcBench.Cli.Commands;

/// <summary>zcbench report: the page and the tables of runs that were scored before.</summary>
internal static class ReportCommand
{
    public static Command Create()
    {
        var folders = new Argument<string[]>("run")
        {
            Description =
                "Folders that 'zcbench run' wrote; those of one dataset must differ only in their seeds",
            Arity = ArgumentArity.OneOrMore,
        };
        var output = new Option<string?>("--out")
        {
            Description = "Folder to write into; the first run's if not given",
        };
        var table = MovedTable.Option();
        var with = new Option<string[]>("--with")
        {
            Description =
                "Scores that others published: JSON of NAS-Bench-Suite-Zero's layout, "
                + "or CSV with a column 'architecture'",
        };
        var command = new Command(
            "report",
            "Write report.html, report.md and scores.csv from the stored scores of runs"
        )
        {
            folders,
            output,
            table,
            with,
        };
        command.SetAction(parsed =>
        {
            var target = Path.TrimEndingDirectorySeparator(
                parsed.GetValue(output) ?? parsed.GetValue(folders)![0]
            );
            RunReport.RequireOwn(target, parsed.GetValue(folders)!.Select(Path.TrimEndingDirectorySeparator));
            var runs = parsed
                .GetValue(folders)!
                .Select(folder => ScoredRun.Load(folder, parsed.GetValue(table)))
                .ToList();
            var published = (parsed.GetValue(with) ?? [])
                .Select(file =>
                    PublishedScoresFile.Read(file, runs[0].Space, runs[0].Manifest.Protocol.Dataset)
                )
                .ToList();
            RunReport.Write(runs, published, target);
            return ExitCode.Done;
        });
        return command;
    }
}
