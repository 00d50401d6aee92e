using System.CommandLine;
using System.Text;
using ZcBench.Benchmarks;
using ZcBench.Cli.Terminal;
using ZcBench.Reports.Files;
using ZcBench.Reports.Runs;

namespace ZcBench.Cli.Commands;

/// <summary>zcbench export: scores in a layout that other programs read.</summary>
internal static class ExportCommand
{
    private const string SuiteZero = "nbsuite-zero",
        States = "states",
        Csv = "csv",
        Parquet = "parquet";

    // Each returns how many undefined scores were left out.
    private static readonly Dictionary<string, Func<ScoredRun, Stream, int>> Writers = new(
        StringComparer.Ordinal
    )
    {
        [SuiteZero] = SuiteZeroFile.Write,
        [States] = WriteStates,
        [Csv] = (run, content) =>
        {
            LongCsvFile.Write(run, content);
            return 0;
        },
        [Parquet] = (run, content) =>
        {
            ParquetFile.Write(run, content);
            return 0;
        },
    };

    public static Command Create()
    {
        var folder = new Argument<string>("run") { Description = "Folder that 'zcbench run' wrote" };
        var format = new Option<string>("--format")
        {
            Description =
                "nbsuite-zero: NAS-Bench-Suite-Zero's JSON, "
                + "dataset → architecture → proxy → score and time in seconds; "
                + "states: CSV of trained networks, a line for each architecture and state; "
                + "csv, parquet: a row for each architecture and proxy (docs/reports.md)",
            DefaultValueFactory = _ => SuiteZero,
        }.Among(Writers.Keys);
        var output = new Option<string?>("--out")
        {
            Description = "File to write; standard output if not given",
        };
        var table = MovedTable.Option();
        var command = new Command("export", "Write the scores of a run in a layout that others read")
        {
            folder,
            format,
            output,
            table,
        };
        command.SetAction(parsed =>
        {
            var (wanted, path) = (parsed.GetValue(format)!, parsed.GetValue(output));
            if (path is not null)
            {
                WholeFile.Check(path);
            }
            else if (wanted == Parquet)
            {
                throw new UserError("a Parquet file is binary and is not printed; give --out FILE");
            }

            Write(ScoredRun.Load(parsed.GetValue(folder)!, parsed.GetValue(table)), Writers[wanted], path);
            return ExitCode.Done;
        });
        return command;
    }

    private static void Write(ScoredRun run, Func<ScoredRun, Stream, int> write, string? path)
    {
        var missing = 0;
        if (path is null)
        {
            // Nothing is printed before all of it is there.
            using var content = new MemoryStream();
            missing = write(run, content);
            content.Position = 0;
            using var console = Console.OpenStandardOutput();
            content.CopyTo(console);
        }
        else
        {
            WholeFile.Write(path, content => missing = write(run, content));
        }

        if (missing > 0)
        {
            Console.Error.WriteLine($"undefined scores left out: {missing}");
        }
    }

    private static int WriteStates(ScoredRun run, Stream content)
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
