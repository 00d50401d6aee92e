using System.CommandLine;
using ZcBench.Cli.Terminal;
using ZcBench.Reports.Runs;

namespace ZcBench.Cli.Commands;

/// <summary>zcbench report: the tables of a run that was scored before.</summary>
internal static class ReportCommand
{
    public static Command Create()
    {
        var folder = new Argument<string>("run") { Description = "Folder that 'zcbench run' wrote" };
        var command = new Command("report", "Print and write the tables of a run again, from its stored scores") { folder };
        command.SetAction(parsed =>
        {
            RunReport.Write(ScoredRun.Load(parsed.GetValue(folder)!), parsed.GetValue(folder)!);
            return ExitCode.Done;
        });
        return command;
    }
}
