using System.Globalization;
using System.Text.RegularExpressions;

namespace ZcBench.Benchmarks.Tables;

/// <summary>
/// The grammar of column names. "cifar10_val12" and "cifar10_test200" hold accuracies in percent after so many epochs,
/// "cifar10_test200_fraction" the same between 0 and 1; "cifar10_test_accuracy_percent" and
/// "cifar10_test_accuracy_fraction" after the epochs that the table's description states. "index", "hash", "params",
/// "params_…", "flops_…", "…_seconds" and "…_latency_ms" are known and hold no accuracy; among them "cifar10_train12_seconds" is what
/// training an architecture for so many epochs took.
/// </summary>
internal static partial class ColumnName
{
    public const string Architecture = "architecture";

    /// <summary>What a column of accuracies holds; null for every other known column.</summary>
    /// <param name="name">The column's name.</param>
    /// <param name="description">The table's description.</param>
    /// <param name="own">Names of the table's search space.</param>
    /// <param name="file">The table's file, for the refusal.</param>
    /// <exception cref="UserError">The name follows none of the forms.</exception>
    public static AccuracyColumn? Read(string name, TableDescription description, ITableColumns? own, string file)
    {
        if (Accuracy().Match(name) is { Success: true } match)
        {
            var split = match.Groups["split"].Value == "test" ? Split.Test : Split.Validation;
            var epochs = match.Groups["epochs"].Value;
            var target = new Target(
                Dataset(match.Groups["dataset"].Value), split,
                epochs.Length == 0
                    ? description.Epochs
                    : int.Parse(epochs, NumberStyles.None, CultureInfo.InvariantCulture));
            return new(target, name.EndsWith("_fraction", StringComparison.Ordinal) ? AccuracyUnit.Fraction : AccuracyUnit.Percent);
        }

        if (own?.Accuracy(name) is { } column)
        {
            return column;
        }

        return Other().IsMatch(name) || own?.Architecture.Contains(name) == true
            ? null
            : throw new UserError(
                $"{file}, line 1: column '{name}' is unknown; accuracies are named <dataset>_<val|test><epochs> "
                + "as in cifar10_test200 (percent) or cifar10_test200_fraction (0 to 1), further known names are index, architecture, "
                + "hash, params, params_<dataset>, flops_<dataset>, <dataset>_<...>_seconds and <...>_latency_ms: rename or remove the column");
    }

    /// <summary>What a column of training times holds; null for every other column.</summary>
    public static TrainingTime? ReadTrainingTime(string name) => Training().Match(name) is { Success: true } match
        ? new(
            Dataset(match.Groups["dataset"].Value),
            int.Parse(match.Groups["epochs"].Value, NumberStyles.None, CultureInfo.InvariantCulture))
        : null;

    // Tables spell a dataset with '_' where its name has '-', and in any case.
    private static string Dataset(string name) =>
        ImageTask.All.Keys.FirstOrDefault(known =>
            string.Equals(known.Replace('-', '_'), name.Replace('-', '_'), StringComparison.OrdinalIgnoreCase))
        ?? name;

    [GeneratedRegex(
        @"^(?<dataset>[A-Za-z0-9_-]+?)_(?<split>val|test)((?<epochs>\d{1,4})(_fraction)?|_accuracy_(percent|fraction))$",
        RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Accuracy();

    [GeneratedRegex(
        @"^(?<dataset>[A-Za-z0-9_-]+?)_train(?<epochs>\d{1,4})_seconds$", RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Training();

    [GeneratedRegex(
        @"^(index|architecture|hash|params|(params|flops)_.+|.+_seconds|.+_latency_ms)$", RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Other();
}
