using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
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
        var json = new Option<bool>("--json") { Description = "Print JSON" };
        var command = new Command("status", "Say how far runs and their shards are") { runs, table, json };
        command.SetAction(parsed =>
        {
            var known = parsed
                .GetValue(runs)!
                .Select(run => (Run: run, Parts: RunProgress.Of(run, parsed.GetValue(table))))
                .ToList();
            if (parsed.GetValue(json))
            {
                Json.Print(
                    new JsonObject
                    {
                        ["runs"] = new JsonArray([.. known.Select(item => Document(item.Run, item.Parts))]),
                    }
                );
                return ExitCode.Done;
            }

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
        var (finished, all) = Sum(parts);
        Write($"{run}: {finished} of {all} architectures");
        foreach (var part in Shards(parts))
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

    private static JsonObject Document(string run, IReadOnlyList<RunProgress> parts)
    {
        var (finished, all) = Sum(parts);
        return new()
        {
            ["run"] = run,
            ["finished"] = finished,
            ["architectures"] = all,
            ["shards"] = new JsonArray([
                .. Shards(parts)
                    .Select(part => new JsonObject
                    {
                        ["shard"] = part.Shard!.ToString(),
                        ["has_begun"] = part.HasBegun,
                        ["finished"] = part.Finished,
                        ["architectures"] = part.Architectures,
                    }),
            ]),
        };
    }

    private static (int Finished, int All) Sum(IReadOnlyList<RunProgress> parts) =>
        (parts.Sum(part => part.Finished), parts.Sum(part => part.Architectures));

    private static IEnumerable<RunProgress> Shards(IReadOnlyList<RunProgress> parts) =>
        parts.Where(part => part.Shard is not null);

    private static void Write(FormattableString line) =>
        Console.Out.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
