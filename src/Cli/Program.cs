using System.CommandLine;
using Microsoft.Data.Sqlite;
using ZcBench.Benchmarks;
using ZcBench.Cli.Commands;
using ZcBench.Cli.Terminal;
using ZcBench.Onnx;
using ZcBench.Proxies;
using ZcBench.Supernets.Searches;
using ZcBench.Training.States;

namespace ZcBench.Cli;

internal static class Program
{
    // A worker finishes the architecture it is at before the process ends.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private static int Main(string[] args)
    {
        ProxyCatalogue.Add(typeof(SupernetCatalogue).Assembly);
        ProxyCatalogue.Add(typeof(Trainer).Assembly);
        OnnxSpace.Register();
        var plugin = PluginOption.Create();
        var root = new RootCommand(
            "Scores neural architectures without training them and says how far each score can be trusted."
        )
        {
            RunCommand.Create(),
            TrainCommand.Create(),
            ScoreCommand.Create(),
            PlanCommand.Create(),
            ProfileCommand.Create(),
            ReportCommand.Create(),
            StatsCommand.Create(),
            MergeCommand.Create(),
            StatusCommand.Create(),
            SubmitCommand.Create(),
            DropCommand.Create(),
            LearnCommand.Create(),
            CombineCommand.Create(),
            SearchCommand.Create(),
            SupernetCommand.Create(),
            ExportCommand.Create(),
            ExportOnnxCommand.Create(),
            ImportCommand.Create(),
            ListCommand.Create(),
            CheckCommand.Create(),
            plugin,
        };
        var parsed = root.Parse(args);
        if (parsed.Errors.Count > 0)
        {
            var commands = parsed.CommandResult.Command.Subcommands.Select(command => command.Name).ToList();
            foreach (var error in parsed.Errors)
            {
                Console.Error.WriteLine(
                    $"zcbench: {Plain(error.Message)}{Choices(commands)} (zcbench --help)"
                );
            }

            return ExitCode.UserError;
        }

        try
        {
            PluginOption.Load(parsed.GetValue(plugin));
            return parsed.Invoke(
                new InvocationConfiguration
                {
                    EnableDefaultExceptionHandler = false,
                    ProcessTerminationTimeout = Patience,
                }
            );
        }
        catch (Exception fault)
        {
            return Report(fault);
        }
    }

    private static int Report(Exception fault)
    {
        if (MemoryAdvice.For(fault) is { } sentence)
        {
            Console.Error.WriteLine($"zcbench: {sentence}");
            return ExitCode.UserError;
        }

        switch (fault)
        {
            case AggregateException { InnerExceptions: [var first, ..] }:
                return Report(first);
            case UserError:
                Console.Error.WriteLine($"zcbench: {fault.Message}");
                return ExitCode.UserError;
            case OperationCanceledException:
                Console.Error.WriteLine($"zcbench: stopped; {fault.Message}");
                return ExitCode.Stopped;
            case SqliteException:
                Console.Error.WriteLine(
                    $"zcbench: the run store failed ({fault.Message}); free disk space if it is full, "
                        + "else move the damaged scores.db away and run again"
                );
                return ExitCode.UserError;
            case IOException or UnauthorizedAccessException:
                Console.Error.WriteLine($"zcbench: a file cannot be read or written: {fault.Message}");
                return ExitCode.UserError;
            default:
                Console.Error.WriteLine(
                    $"zcbench: this is a bug, please report it with the lines below\n{fault}"
                );
                return ExitCode.Bug;
        }
    }

    private static string Choices(List<string> commands) =>
        commands.Count > 0 ? $" Commands: {string.Join(", ", commands)}." : "";

    // The parser names .NET types.
    private static string Plain(string message) =>
        message
            .Replace("'System.Nullable`1[System.Int32]'", "a whole number", StringComparison.Ordinal)
            .Replace("'System.Int32'", "a whole number", StringComparison.Ordinal)
            .Replace("'System.Int64'", "a whole number", StringComparison.Ordinal)
            .Replace("'System.Nullable`1[System.Double]'", "a number", StringComparison.Ordinal)
            .Replace("expected type", "expected", StringComparison.Ordinal);
}
