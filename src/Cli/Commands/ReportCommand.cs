using System.CommandLine;
using ZcBench.Benchmarks;
using ZcBench.Cli.Terminal;
using ZcBench.Imports.Published;
using ZcBench.Reports.Across;
using ZcBench.Reports.Runs;
using ZcBench.Scores;

namespace ZcBench.Cli.Commands;

/// <summary>zcbench report: the page and the tables of runs that were scored before.</summary>
internal static class ReportCommand
{
    public static Command Create()
    {
        var folders = new Argument<string[]>("run")
        {
            Description =
                "Folders that 'zcbench run' wrote; those of one dataset must differ only in their seeds, "
                + "and those of several search spaces are compared across them",
            Arity = ArgumentArity.OneOrMore,
        };
        var output = new Option<string?>("--out")
        {
            Description =
                "Folder to write into; the first run's if not given; required for several search spaces",
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
            if (Spaces(parsed.GetValue(folders)!) is [var one, var other, ..])
            {
                if (parsed.GetValue(output) is null)
                {
                    throw new UserError(
                        $"the runs are of different search spaces, {one} and {other}, "
                            + "and their comparison belongs into none of their folders; "
                            + "name another folder with --out"
                    );
                }

                AcrossFolder.Check(target);
                AcrossReport.RefusePublished(parsed.GetValue(with));
                AcrossReport.Show(Load(parsed), unit: null, new(), target, isJson: false);
                return ExitCode.Done;
            }

            RunReport.RequireOwn(target, parsed.GetValue(folders)!.Select(Path.TrimEndingDirectorySeparator));
            var runs = Load(parsed);
            var published = (parsed.GetValue(with) ?? [])
                .Select(file =>
                    PublishedScoresFile.Read(file, runs[0].Space, runs[0].Manifest.Protocol.Dataset)
                )
                .ToList();
            RunReport.Write(runs, published, target);
            return ExitCode.Done;
        });
        return command;

        List<ScoredRun> Load(ParseResult parsed) =>
            [.. parsed.GetValue(folders)!.Select(folder => ScoredRun.Load(folder, parsed.GetValue(table)))];
    }

    private static List<string> Spaces(string[] folders) =>
        [.. folders.Select(folder => RunManifest.Load(folder).Space).Distinct(StringComparer.Ordinal)];
}
