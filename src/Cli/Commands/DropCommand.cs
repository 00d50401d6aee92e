using System.CommandLine;
using ZcBench.Cli.Terminal;
using ZcBench.Runs;

namespace ZcBench.Cli.Commands;

/// <summary>zcbench drop: forgets scores of some proxies.</summary>
internal static class DropCommand
{
    public static Command Create()
    {
        var folder = new Argument<string>("run") { Description = "Folder that 'zcbench run' wrote" };
        var proxies = new Option<string>("--proxies")
        {
            Description = "Comma-separated proxies and aggregates of the run",
            Required = true,
        };
        var command = new Command("drop", "Forget the scores of some proxies of a run") { folder, proxies };
        command.SetAction(parsed =>
        {
            const StringSplitOptions Names =
                StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries;
            var names = parsed.GetValue(proxies)!.Split(',', Names);
            var count = RunDrop.Drop(parsed.GetValue(folder)!, names);
            Console.Out.WriteLine(
                $"{count} scores forgotten; zcbench report {parsed.GetValue(folder)} renews the report"
            );
            return ExitCode.Done;
        });
        return command;
    }
}
