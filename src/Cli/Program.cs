using System.CommandLine;
using ZcBench.Benchmarks;
using ZcBench.Cli.Commands;
using ZcBench.Cli.Terminal;

namespace ZcBench.Cli;

internal static class Program
{
    private static int Main(string[] args)
    {
        var root = new RootCommand(
            "Scores neural architectures without training them and says how far each score can be trusted.")
        {
            RunCommand.Create(), ScoreCommand.Create(), PlanCommand.Create(), ReportCommand.Create(),
            ListCommand.Create(), CheckCommand.Create(),
        };
        var parsed = root.Parse(args);
        if (parsed.Errors.Count > 0)
        {
            foreach (var error in parsed.Errors)
            {
                Console.Error.WriteLine($"zcbench: {error.Message} (zcbench --help)");
            }

            return ExitCode.UserError;
        }

        try
        {
            return parsed.Invoke(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
        }
        catch (UserError error)
        {
            Console.Error.WriteLine($"zcbench: {error.Message}");
            return ExitCode.UserError;
        }
        catch (OperationCanceledException)
        {
            Console.Error.WriteLine("zcbench: stopped; the same command continues where it stopped");
            return ExitCode.UserError;
        }
    }
}
