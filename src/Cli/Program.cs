using System.CommandLine;
using Microsoft.Data.Sqlite;
using ZcBench.Benchmarks;
using ZcBench.Cli.Commands;
using ZcBench.Cli.Terminal;

namespace ZcBench.Cli;

internal static class Program
{
    // A worker finishes the architecture it is at before the process ends.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private static int Main(string[] args)
    {
        var parsed = CommandLine.Create().Parse(args);
        var faults = CommandLine.Faults(parsed);
        if (faults.Count > 0)
        {
            var commands = parsed.CommandResult.Command.Subcommands.Select(command => command.Name).ToList();
            foreach (var fault in faults)
            {
                Console.Error.WriteLine($"zcbench: {fault}{Choices(commands)} (zcbench --help)");
            }

            return ExitCode.UserError;
        }

        try
        {
            PluginOption.Load(parsed.GetValue<string[]>(PluginOption.Name));
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
}
