using System.Globalization;
using System.Text.RegularExpressions;

namespace ZcBench.Benchmarks.Tables;

/// <summary>
/// The grammar of column names. "cifar10_val12" and "cifar10_test200" hold accuracies in percent after so
/// many epochs, "cifar10_test200_fraction" the same between 0 and 1; "cifar10_test_accuracy_percent" and
/// "cifar10_test_accuracy_fraction" after the epochs that the table's description states.
/// "cifar10_test200_seed777" and "cifar10_test108_repeat1_fraction" hold those of one training. "params",
/// "params_…" and "…_train12_seconds" are read as well. "index", "hash", "flops_…", "…_valtest200", other
/// "…_seconds" and "…_latency_ms" are known and not read.
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
    public static AccuracyColumn? Read(
        string name,
        TableDescription description,
        ITableColumns? own,
        string file
    )
    {
        RequireKnownDataset(name, file);
        if (Accuracy().Match(name) is { Success: true } match)
        {
            var epochs = match.Groups["epochs"].Value;
            var target = new Target(
                Dataset(match.Groups["dataset"].Value),
                SplitOf(match),
                epochs.Length == 0 ? description.Epochs : Number(epochs)
            );
            return new(target, UnitOf(name));
        }

        if (own?.Accuracy(name) is { } column)
        {
            return column;
        }

        return Side(name) is not null || Other().IsMatch(name) || own?.Spells(name) == true
            ? null
            : throw new UserError(
                $"{file}, line 1: column '{name}' is unknown; "
                    + "accuracies are named <dataset>_<val|test><epochs> as in cifar10_test200 (percent) "
                    + "or cifar10_test200_fraction (0 to 1), further known names are index, architecture, "
                    + "hash, params, params_<dataset>, flops_<dataset>, <dataset>_<...>_seconds, "
                    + "<...>_latency_ms and, for one training, "
                    + "<dataset>_<val|test><epochs>_<seed|repeat><number>: rename or remove the column"
            );
    }

    /// <summary>What a column beside the accuracies holds; null for every other column.</summary>
    public static SideColumn? Side(string name)
    {
        if (Trial().Match(name) is { Success: true } trial)
        {
            return new(
                SideKind.Trial,
                Dataset(trial.Groups["dataset"].Value),
                SplitOf(trial),
                Number(trial.Groups["epochs"].Value),
                trial.Groups["trial"].Value
            );
        }

        if (Seconds().Match(name) is { Success: true } seconds)
        {
            return SideColumn.Seconds(
                Dataset(seconds.Groups["dataset"].Value),
                Number(seconds.Groups["epochs"].Value)
            );
        }

        return Parameters().Match(name) is { Success: true } parameters
            ? SideColumn.Parameters(Dataset(parameters.Groups["dataset"].Value))
            : null;
    }

    /// <summary>How a column's accuracies are to be read.</summary>
    public static AccuracyUnit UnitOf(string name) =>
        name.EndsWith("_fraction", StringComparison.Ordinal) ? AccuracyUnit.Fraction : AccuracyUnit.Percent;

    private static void RequireKnownDataset(string name, string file)
    {
        var matches = new[] { Accuracy().Match(name), Trial().Match(name), Seconds().Match(name) };
        if (
            matches.FirstOrDefault(match => match.Success) is { } match
            && Dataset(match.Groups["dataset"].Value) is var dataset
            && !ImageTask.All.ContainsKey(dataset)
        )
        {
            throw new UserError(
                $"{file}, line 1: column '{name}' is of the dataset '{dataset}', which is unknown; "
                    + $"{Names.Suggest(ImageTask.All.Keys, dataset)} "
                    + $"(known are {string.Join(", ", ImageTask.All.Keys)})"
            );
        }
    }

    private static Split SplitOf(Match match) =>
        match.Groups["split"].Value == "test" ? Split.Test : Split.Validation;

    private static int Number(string digits) =>
        int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);

    // Tables spell a dataset with '_' where its name has '-', and in any case.
    private static string Dataset(string name) =>
        ImageTask.All.Keys.FirstOrDefault(known =>
            string.Equals(known.Replace('-', '_'), name.Replace('-', '_'), StringComparison.OrdinalIgnoreCase)
        ) ?? name;

    [GeneratedRegex(
        @"^(?<dataset>[A-Za-z0-9_-]+?)_(?<split>val|test)"
            + @"((?<epochs>\d{1,4})(_fraction)?|_accuracy_(percent|fraction))$",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Accuracy();

    [GeneratedRegex(
        @"^(?<dataset>[A-Za-z0-9_-]+?)_(?<split>val|test)(?<epochs>\d{1,4})"
            + @"_(?<trial>(seed|repeat)\d{1,9})(_fraction)?$",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Trial();

    [GeneratedRegex(
        @"^(?<dataset>[A-Za-z0-9_-]+?)_train(?<epochs>\d{1,4})_seconds$",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Seconds();

    [GeneratedRegex(
        @"^params(_(?<dataset>.+))?$",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Parameters();

    [GeneratedRegex(
        @"^(index|architecture|hash|flops_.+|.+_valtest\d{1,4}(_(seed|repeat)\d{1,9})?(_fraction)?"
            + "|.+_seconds|.+_latency_ms)$",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Other();
}
