using System.Globalization;
using System.Text.RegularExpressions;
using ZcBench.Benchmarks;

namespace ZcBench.Runs;

/// <summary>Amounts of memory as people write them, and how much there is.</summary>
public static partial class MemorySize
{
    private const double Giga = 1e9;

    /// <summary>Reads "8GB", "1.5 GB" or "800MB".</summary>
    /// <exception cref="UserError">It is not such an amount, or zero.</exception>
    public static long Parse(string text)
    {
        var match = Amount().Match(text);
        if (
            !match.Success
            || !double.TryParse(match.Groups["number"].Value, CultureInfo.InvariantCulture, out var number)
            || number <= 0
        )
        {
            throw new UserError($"--memory '{text}' is not a valid memory size; write it like 8GB or 800MB");
        }

        return (long)(number * (char.ToUpperInvariant(match.Groups["unit"].Value[0]) == 'G' ? Giga : 1e6));
    }

    /// <summary>"1.5 GB".</summary>
    public static string Text(long bytes) =>
        string.Create(CultureInfo.InvariantCulture, $"{bytes / Giga:0.0#} GB");

    /// <summary>Half of the memory that is free now, within what this process may use.</summary>
    public static long HalfOfFree() =>
        Math.Min(Available() ?? long.MaxValue, GC.GetGCMemoryInfo().TotalAvailableMemoryBytes) / 2;

    /// <summary>The sentence that refuses an architecture which does not fit.</summary>
    public static string Refusal(Architecture architecture, long bytes, long limit) =>
        $"{architecture} needs about {Text(bytes)} with this batch and these proxies, "
        + $"and --memory allows {Text(limit)}; lower --batch, "
        + "name fewer proxies or raise --memory (a batch is not split, "
        + "because batch norm would then give other scores)";

    private static long? Available()
    {
        const string Label = "MemAvailable:";
        const string File = "/proc/meminfo";
        var line = System.IO.File.Exists(File)
            ? System
                .IO.File.ReadLines(File)
                .FirstOrDefault(text => text.StartsWith(Label, StringComparison.Ordinal))
            : null;
        return line is null
            ? null
            : 1024
                * long.Parse(
                    line[Label.Length..].Replace("kB", "", StringComparison.Ordinal),
                    CultureInfo.InvariantCulture
                );
    }

    [GeneratedRegex(
        @"^\s*(?<number>\d+(\.\d+)?)\s*(?<unit>[GgMm])[Bb]?\s*$",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Amount();
}
