using System.Globalization;
using System.Runtime.InteropServices;

namespace ZcBench.Runs;

/// <summary>What the machine says of itself.</summary>
internal static class Machine
{
    private const string Processors = "/proc/cpuinfo";
    private const string Loads = "/proc/loadavg";
    private const string ModelName = "model name";

    /// <summary>Name of the processor, or its architecture where the system does not tell.</summary>
    public static string Processor { get; } =
        Lines(Processors)
            .Where(line => line.StartsWith(ModelName, StringComparison.Ordinal))
            .Select(line => line[(line.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim())
            .FirstOrDefault()
        ?? RuntimeInformation.ProcessArchitecture.ToString();

    /// <summary>
    /// Processes that ran or waited to run, on average over the last minute; null where the system does not
    /// tell.
    /// </summary>
    public static double? Load =>
        Lines(Loads).FirstOrDefault() is { } line
        && double.TryParse(line.Split(' ')[0], NumberStyles.Float, CultureInfo.InvariantCulture, out var load)
            ? load
            : null;

    private static IEnumerable<string> Lines(string path)
    {
        try
        {
            return File.Exists(path) ? File.ReadLines(path).ToList() : [];
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }
}
