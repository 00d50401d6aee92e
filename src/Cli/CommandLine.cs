using System.CommandLine;
using System.CommandLine.Parsing;
using ZcBench.Cli.Commands;
using ZcBench.Onnx;
using ZcBench.Proxies;
using ZcBench.Supernets.Searches;
using ZcBench.Training.States;

namespace ZcBench.Cli;

/// <summary>Every command, and what is wrong with a line.</summary>
internal static class CommandLine
{
    private const string OptionPrefix = "--";

    static CommandLine()
    {
        ProxyCatalogue.Add(typeof(SupernetCatalogue).Assembly);
        ProxyCatalogue.Add(typeof(Trainer).Assembly);
        OnnxSpace.Register();
    }

    /// <summary>The commands.</summary>
    public static RootCommand Create() =>
        new("Scores neural architectures without training them and says how far each score can be trusted.")
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
            PluginOption.Create(),
        };

    /// <summary>What is wrong with a line, in sentences; empty where it can be run.</summary>
    public static IReadOnlyList<string> Faults(ParseResult parsed) =>
        [.. parsed.Errors.Select(error => Plain(error.Message)), .. Unknown(parsed)];

    // A command that takes any number of folders or files takes an option that it does not know for one.
    private static IEnumerable<string> Unknown(ParseResult parsed) =>
        parsed.Tokens.Any(token => token.Type == TokenType.DoubleDash)
            ? []
            : parsed
                .CommandResult.Children.OfType<ArgumentResult>()
                .SelectMany(argument => argument.Tokens)
                .Where(token => token.Value.StartsWith(OptionPrefix, StringComparison.Ordinal))
                .Select(token => $"Unrecognized command or argument '{token.Value}'.");

    // The parser names .NET types.
    private static string Plain(string message) =>
        message
            .Replace("'System.Nullable`1[System.Int32]'", "a whole number", StringComparison.Ordinal)
            .Replace("'System.Int32'", "a whole number", StringComparison.Ordinal)
            .Replace("'System.Int64'", "a whole number", StringComparison.Ordinal)
            .Replace("'System.Nullable`1[System.Double]'", "a number", StringComparison.Ordinal)
            .Replace("expected type", "expected", StringComparison.Ordinal);
}
