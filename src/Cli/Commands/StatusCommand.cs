using System.CommandLine;
using System.Globalization;
using ZcBench.Cli.Terminal;
using ZcBench.Runs;

namespace ZcBench.Cli.Commands;

/// <summary>zcbench status: how far runs and their shards are.</summary>
internal static class StatusCommand
{
    public static Command Create()
    {
        var runs = new Argument<string[]>("runs")
        {
            Description = "Run folders, or runs whose shards are under way",
            Arity = ArgumentArity.OneOrMore,
        };
        var table = MovedTable.Option();
        var command = new Command("status", "Say how far runs and their shards are") { runs, table };
        command.SetAction(parsed =>
        {
            var known = parsed
                .GetValue(runs)!
                .Select(run => (run, RunProgress.Of(run, parsed.GetValue(table))))
                .ToList();
            foreach (var (run, parts) in known)
            {
                Print(run, parts);
            }

            return ExitCode.Done;
        });
        return command;
    }

    private static void Print(string run, IReadOnlyList<RunProgress> parts)
    {
        var (finished, all) = (parts.Sum(part => part.Finished), parts.Sum(part => part.Architectures));
        Write($"{run}: {finished} of {all} architectures");
        foreach (var part in parts.Where(part => part.Shard is not null))
        {
            if (part.HasBegun)
            {
                Write($"  {part.Shard}: {part.Finished} of {part.Architectures}");
            }
            else
            {
                Write($"  {part.Shard}: not begun");
            }
        }
    }

    private static void Write(FormattableString line) =>
        Console.Out.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
