using System.Globalization;
using ZcBench.Benchmarks;

namespace ZcBench.Runs;

/// <summary>Numbers of a request that must lie in a range.</summary>
public static class Limits
{
    /// <summary>Most architectures or searches at a time.</summary>
    public const int MaxWorkers = 1024;

    /// <summary>Most architectures scored as one network.</summary>
    public const int MaxPopulation = 1024;

    /// <summary>Fewest images of a minibatch.</summary>
    public const int MinBatch = 2;

    /// <summary>Most images of a minibatch.</summary>
    public const int MaxBatch = 4096;

    /// <summary>Most threads of the tensor library: more only wait for each other.</summary>
    public static int MaxThreads => Math.Max(64, Environment.ProcessorCount);

    /// <summary>The value of --threads.</summary>
    /// <exception cref="UserError">It is out of range.</exception>
    public static int Threads(int value) => Within("--threads", value, 1, MaxThreads);

    /// <summary>The value of --workers.</summary>
    /// <exception cref="UserError">It is out of range.</exception>
    public static int Workers(int value) => Within("--workers", value, 1, MaxWorkers);

    /// <summary>The value of --population.</summary>
    /// <exception cref="UserError">It is out of range.</exception>
    public static int Population(int value) => Within("--population", value, 1, MaxPopulation);

    /// <summary>The value of --batch.</summary>
    /// <exception cref="UserError">It is out of range.</exception>
    public static int Batch(int value) =>
        value switch
        {
            > MaxBatch => throw new UserError(
                $"--batch {value} is too large; the limit is {MaxBatch}, "
                    + "and proxies were published with 16 to 128"
            ),
            < MinBatch => throw new UserError(
                $"--batch {value} is too small: batch norm and the kernels need at least {MinBatch} images"
            ),
            _ => value,
        };

    /// <summary>The value, if it is in a range.</summary>
    /// <exception cref="UserError">It is not.</exception>
    public static int Within(string option, int value, int least, int most) =>
        value >= least && value <= most
            ? value
            : throw new UserError(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{option} must be between {least} and {most} (got {value})"
                )
            );
}
