using System.CommandLine;
using ZcBench.Benchmarks;
using ZcBench.Cli.Terminal;
using ZcBench.Reports.Across;
using ZcBench.Reports.Drawing;
using ZcBench.Scores;

namespace ZcBench.Cli.Commands;

/// <summary>zcbench report: the page and the tables of runs that were scored before.</summary>
internal static class ReportCommand
{
    public static Command Create()
    {
        var options = new ReportOptions();
        var output = new Option<string?>("--out")
        {
            Description =
                "Folder to write into; the first run's if not given; required for several search spaces",
        };
        var width = new Option<string?>("--figure-width")
        {
            Description =
                "Width of the figures in figures/, with texts of 8 points: column, text, "
                + "or a length such as 3.3in, 84mm or 240pt; their natural width if not given",
        }.Checked(text => FigureWidth.Parse(text));
        var command = new Command(
            "report",
            "Write report.html, report.md and scores.csv from the stored scores of runs"
        )
        {
            output,
            width,
        };
        options.AddTo(command);
        command.SetAction(parsed =>
        {
            var folders = options.Folders(parsed);
            var target = Path.TrimEndingDirectorySeparator(parsed.GetValue(output) ?? folders[0]);
            if (Spaces(folders) is [var one, var other, ..])
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
                AcrossReport.RefusePublished(options.Files(parsed));
                AcrossReport.Show(options.Read(parsed).Runs, unit: null, new(), target, isJson: false);
                return ExitCode.Done;
            }

            RunReport.RequireOwn(target, folders);
            var size = parsed.GetValue(width) is { } text ? FigureWidth.Parse(text) : null;
            var (runs, published) = options.Read(parsed);
            RunReport.Write(runs, published, target, options.Targets(parsed, runs[0].Table), size);
            return ExitCode.Done;
        });
        return command;
    }

    private static List<string> Spaces(IReadOnlyList<string> folders) =>
        [.. folders.Select(folder => RunManifest.Load(folder).Space).Distinct(StringComparer.Ordinal)];
}
