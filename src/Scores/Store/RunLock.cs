using ZcBench.Benchmarks;

namespace ZcBench.Scores.Store;

/// <summary>
/// The right to write into a run folder, which one process has at a time. The operating system takes it back
/// when the process ends, however it ends; the empty file stays.
/// </summary>
internal static class RunLock
{
    /// <summary>Name of the lock file inside a run folder.</summary>
    public const string FileName = "run.lock";

    // EWOULDBLOCK of Linux and macOS, and the sharing violation of Windows.
    private const int Linux = 11,
        MacOs = 35,
        Windows = unchecked((int)0x80070020);

    /// <summary>Takes the right until what is returned is disposed.</summary>
    /// <exception cref="UserError">Another process has it.</exception>
    public static IDisposable Take(string folder)
    {
        try
        {
            return new FileStream(
                Path.Combine(folder, FileName),
                FileMode.OpenOrCreate,
                FileAccess.ReadWrite,
                FileShare.None
            );
        }
        catch (IOException fault) when (fault.HResult is Linux or MacOs or Windows)
        {
            throw new UserError(
                $"another process is writing into run folder '{folder}'; wait until it has ended, "
                    + "or choose another folder",
                fault
            );
        }
    }
}
