namespace ZcBench.Cli.Terminal;

/// <summary>What the process returns; an unhandled exception, a bug, ends it with another code and its stack.</summary>
internal static class ExitCode
{
    public const int Done = 0;
    public const int UserError = 2;
}
