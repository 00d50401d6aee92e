namespace ZcBench.Cli.Terminal;

/// <summary>What the process returns.</summary>
internal static class ExitCode
{
    public const int Done = 0;
    public const int Bug = 1;
    public const int UserError = 2;
}
