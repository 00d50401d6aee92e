using System.CommandLine;
using System.Text;
using ZcBench.Benchmarks;
using ZcBench.Cli.Terminal;
using ZcBench.Reports.Files;
using ZcBench.Reports.Runs;

namespace ZcBench.Cli.Commands;

/// <summary>zcbench export: scores in the layout of another suite.</summary>
internal static class ExportCommand
{
    private const string SuiteZero = "nbsuite-zero";
    private const string States = "states";

    public static Command Create()
    {
        var folder = new Argument<string>("run") { Description = "Folder that 'zcbench run' wrote" };
        var format = new Option<string>("--format")
        {
            Description =
                "nbsuite-zero: NAS-Bench-Suite-Zero's JSON, "
                + "dataset → architecture → proxy → score and time in seconds; "
                + "states: CSV of trained networks, a line for each architecture and state",
            DefaultValueFactory = _ => SuiteZero,
        };
        var output = new Option<string?>("--out")
        {
            Description = "File to write; standard output if not given",
        };
        var table = MovedTable.Option();
        var command = new Command("export", "Write the scores of a run in the layout of another suite")
        {
            folder,
            format,
            output,
            table,
        };
        command.SetAction(parsed =>
        {
            var wanted = parsed.GetValue(format);
            if (wanted is not (SuiteZero or States))
            {
                throw new UserError($"--format '{wanted}' is unknown; use {SuiteZero} or {States}");
            }

            if (parsed.GetValue(output) is { } path)
            {
                WholeFile.Check(path);
            }

            var run = ScoredRun.Load(parsed.GetValue(folder)!, parsed.GetValue(table));
            Write(run, wanted, parsed.GetValue(output));
            return ExitCode.Done;
        });
        return command;
    }

    private static void Write(ScoredRun run, string format, string? path)
    {
        // Nothing is printed or written before all of it is there.
        using var content = new MemoryStream();
        var missing = format == States ? WriteStates(run, content) : SuiteZeroFile.Write(run, content);
        content.Position = 0;
        if (path is null)
        {
            using var console = Console.OpenStandardOutput();
            content.CopyTo(console);
        }
        else
        {
            WholeFile.Write(path, content);
        }

        if (missing > 0)
        {
            Console.Error.WriteLine($"undefined scores left out: {missing}");
        }
    }

    private static int WriteStates(ScoredRun run, MemoryStream content)
    {
        var text =
            TrainingStatesFile.Text(run)
            ?? throw new UserError(
                "the run trained no networks, so it has no states; score some with zcbench train"
            );
        content.Write(Encoding.UTF8.GetBytes(text));
        return 0;
    }
}
