namespace ZcBench.Cli.Terminal;

/// <summary>Exit codes of the process.</summary>
internal static class ExitCode
{
    public const int Done = 0;
    public const int Bug = 1;
    public const int UserError = 2;

    /// <summary>Stopped by Ctrl-C, as shells report it: 128 and the number of SIGINT.</summary>
    public const int Stopped = 130;
}
