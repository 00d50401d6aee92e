using System.CommandLine;

namespace ZcBench.Cli.Commands;

/// <summary>The option of every command that reads stored runs: their table may have moved since.</summary>
internal static class MovedTable
{
    public static Option<string?> Option() =>
        new("--table") { Description = "Current path of the run's table, if it has moved" };
}
