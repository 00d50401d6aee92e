using System.Globalization;
using System.Text.RegularExpressions;

namespace ZcBench.Benchmarks.Tables;

/// <summary>
/// The grammar of column names. "cifar10_val12" and "cifar10_test200" hold accuracies in percent after so many
/// epochs, "cifar10_test_accuracy_percent" after the epochs that the table's description states; "index",
/// "params_…", "flops_…", "…_seconds" and "…_latency_ms" are known and hold no accuracy.
/// </summary>
internal static partial class ColumnName
{
    public const string Architecture = "architecture";

    /// <summary>The target of an accuracy column; null for every other known column.</summary>
    /// <exception cref="UserError">The name follows none of the forms.</exception>
    public static Target? Read(string name, TableDescription description, string file)
    {
        if (Accuracy().Match(name) is { Success: true } match)
        {
            var split = match.Groups["split"].Value == "test" ? Split.Test : Split.Validation;
            var epochs = match.Groups["epochs"].Value;
            return new(
                Dataset(match.Groups["dataset"].Value), split,
                epochs.Length == 0
                    ? description.Epochs
                    : int.Parse(epochs, NumberStyles.None, CultureInfo.InvariantCulture));
        }

        return Other().IsMatch(name)
            ? null
            : throw new UserError(
                $"{file}, line 1: column '{name}' is unknown; accuracies are named <dataset>_<val|test><epochs> "
                + "as in cifar10_test200, further known names are index, architecture, params_<dataset>, "
                + "flops_<dataset>, <dataset>_<...>_seconds and <...>_latency_ms: rename or remove the column");
    }

    // Tables spell a dataset with '_' where its name has '-', and in any case.
    private static string Dataset(string name) =>
        ImageTask.All.Keys.FirstOrDefault(known =>
            string.Equals(known.Replace('-', '_'), name.Replace('-', '_'), StringComparison.OrdinalIgnoreCase))
        ?? name;

    [GeneratedRegex(
        @"^(?<dataset>[A-Za-z0-9_-]+?)_(?<split>val|test)(?:(?<epochs>\d{1,4})|_accuracy_percent)$",
        RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Accuracy();

    [GeneratedRegex(
        @"^(index|architecture|(params|flops)_.+|.+_seconds|.+_latency_ms)$", RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Other();
}
