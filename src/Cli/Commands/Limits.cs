using System.Globalization;
using ZcBench.Benchmarks;

namespace ZcBench.Cli.Commands;

/// <summary>Numbers on the command line that must lie in a range.</summary>
internal static class Limits
{
    /// <summary>The value, or a sentence that says what is allowed.</summary>
    public static int Within(string option, int value, int least, int most) => value >= least && value <= most
        ? value
        : throw new UserError(string.Create(
            CultureInfo.InvariantCulture, $"{option} {value} makes no sense; give {least} to {most}"));
}
