using System.CommandLine;
using ZcBench.Cli.Terminal;
using ZcBench.Runs;

namespace ZcBench.Cli.Commands;

/// <summary>zcbench merge: one run of several folders that each hold a part of it.</summary>
internal static class MergeCommand
{
    public static Command Create()
    {
        var folders = new Argument<string[]>("runs")
        {
            Description =
                "Folders of one run that differ in their proxies or scored architectures, or its shards",
            Arity = ArgumentArity.OneOrMore,
        };
        var output = new Option<string>("--out") { Description = "The new run folder", Required = true };
        var table = MovedTable.Option();
        var command = new Command("merge", "Join the parts of one run into a new run folder")
        {
            folders,
            output,
            table,
        };
        command.SetAction(parsed =>
        {
            var path = parsed.GetValue(output)!;
            var merged = RunMerge.Write(parsed.GetValue(folders)!, path, parsed.GetValue(table));
            Console.Out.WriteLine(
                $"{path}: {merged.Scores} scores of {string.Join(", ", merged.Manifest.Proxies)}"
            );
            foreach (var gap in merged.Missing)
            {
                Console.Error.WriteLine(
                    $"{gap.Proxy} lacks scores of {gap.Missing} of {merged.Architectures} architectures; "
                        + $"zcbench run with the same settings and --out {path} computes them, or drop it"
                );
            }

            return ExitCode.Done;
        });
        return command;
    }
}
