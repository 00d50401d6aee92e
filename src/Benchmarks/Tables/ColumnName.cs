using System.Globalization;
using System.Text.RegularExpressions;

namespace ZcBench.Benchmarks.Tables;

/// <summary>
/// The grammar of column names. "cifar10_val12" and "cifar10_test200" hold accuracies in percent after so
/// many epochs, "cifar10_test200_fraction" the same between 0 and 1; "cifar10_test_accuracy_percent" and
/// "cifar10_test_accuracy_fraction" after the epochs that the table's description states, as do
/// "cifar10_test_mean" and, with the metric's name, "jigsaw_test_top1", "normal_val_ssim",
/// "room_layout_test_loss"; "_best" after it says that the best epoch counts. "cifar10_test200_seed777",
/// "cifar10_test_run1" and "cifar10_test108_repeat1_fraction" hold those of one training. "params",
/// "params_…", "…_train12_seconds", "class_object_seconds" and "index" are read as well. "hash", "space",
/// "trained_as", "flops", "flops_…", "backbone_…", "…_valtest200", other "…_seconds" and "…_latency_ms" are
/// known and not read as numbers.
/// </summary>
internal static partial class ColumnName
{
    public const string Architecture = "architecture";

    /// <summary>The column that says which of a benchmark's spaces a row is of.</summary>
    public const string Space = "space";

    /// <summary>The column of the benchmark's own numbers of its architectures.</summary>
    public const string Index = "index";

    private const string Loss = "loss";
    private const string Metrics = "top1|acc|mIoU|ssim|neg_loss|loss";

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
            var metric = match.Groups["metric"].Value;
            var target = new Target(
                Dataset(match.Groups["dataset"].Value),
                SplitOf(match),
                EpochsOf(match, description)
            );
            return Fits(metric, target)
                ? new(
                    target with
                    {
                        Metric = metric.Length == 0 || Same(metric, target) ? null : metric,
                    },
                    metric == Loss ? AccuracyUnit.Loss : UnitOf(name),
                    match.Groups["best"].Success
                )
                : throw new UserError(
                    $"{file}, line 1: column '{name}' holds '{metric}', "
                        + $"but networks for {target.Dataset} are judged by {target.Measure.Name}; "
                        + "rename or remove the column"
                );
        }

        if (own?.Accuracy(name) is { } column)
        {
            return column;
        }

        return Side(name, description) is not null || Other().IsMatch(name) || own?.Spells(name) == true
            ? null
            : throw new UserError(
                $"{file}, line 1: column '{name}' is unknown; "
                    + "accuracies are named <dataset>_<val|test><epochs> as in cifar10_test200 (percent) "
                    + "or cifar10_test200_fraction (0 to 1), further known names are index, architecture, "
                    + "hash, params, params_<dataset>, flops_<dataset>, <dataset>_<...>_seconds, "
                    + "<...>_latency_ms, <dataset>_<val|test>_<metric> for tasks of other metrics and, "
                    + "for one training, <dataset>_<val|test><epochs>_<seed|repeat|run><number>: "
                    + "rename or remove the column"
            );
    }

    /// <summary>What a column beside the accuracies holds; null for every other column.</summary>
    /// <param name="name">The column's name.</param>
    /// <param name="description">The table's description, for epochs that the name does not say.</param>
    public static SideColumn? Side(string name, TableDescription description)
    {
        if (Trial().Match(name) is { Success: true } trial)
        {
            return new(
                SideKind.Trial,
                Dataset(trial.Groups["dataset"].Value),
                SplitOf(trial),
                EpochsOf(trial, description),
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

        if (
            WholeSeconds().Match(name) is { Success: true } whole
            && Dataset(whole.Groups["dataset"].Value) is var trained
            && ImageTask.All.ContainsKey(trained)
        )
        {
            return SideColumn.Seconds(trained, EpochsOf(whole, description));
        }

        return name == Index ? SideColumn.Index
            : Parameters().Match(name) is { Success: true } parameters
                ? SideColumn.Parameters(Dataset(parameters.Groups["dataset"].Value))
            : null;
    }

    /// <summary>How a column's accuracies are to be read.</summary>
    public static AccuracyUnit UnitOf(string name) =>
        name.EndsWith("_fraction", StringComparison.Ordinal) ? AccuracyUnit.Fraction : AccuracyUnit.Metric;

    private static void RequireKnownDataset(string name, string file)
    {
        var matches = new[] { Accuracy().Match(name), Trial().Match(name), Seconds().Match(name) };
        if (
            matches.FirstOrDefault(match => match.Success) is { } match
            && Dataset(match.Groups["dataset"].Value) is var dataset
            && !ImageTask.Knows(dataset)
        )
        {
            throw new UserError(
                $"{file}, line 1: column '{name}' is of the dataset '{dataset}', which is unknown; "
                    + $"{Names.Suggest(ImageTask.All.Keys, dataset)} (known "
                    + $"are {string.Join(", ", ImageTask.All.Keys)})"
            );
        }
    }

    // Said by the name, else the length of the benchmark's training on the task, else the table's.
    private static int EpochsOf(Match match, TableDescription description) =>
        match.Groups["epochs"] is { Success: true } epochs
            ? Number(epochs.Value)
            : ImageTask.All.GetValueOrDefault(Dataset(match.Groups["dataset"].Value))?.TrainingEpochs
                ?? description.Epochs;

    // A metric that the task may be judged by. Pixels have classes on segmentsemantic alone.
    private static bool Fits(string metric, Target target) =>
        metric.Length == 0
        || Same(metric, target)
        || (target.Measure == TaskMetric.MeanIoU && metric == TaskMetric.PixelAccuracy.Name);

    private static bool Same(string metric, Target target) =>
        metric == target.Measure.Name || (metric == Loss && target.Measure == TaskMetric.NegativeLoss);

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
            + @"((?<epochs>\d{1,4})(_(?<metric>"
            + Metrics
            + @"))?(_fraction)?"
            + $"|_accuracy_(percent|fraction)|_mean(_fraction)?|_(?<metric>{Metrics})(?<best>_best)?)$",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Accuracy();

    [GeneratedRegex(
        @"^(?<dataset>[A-Za-z0-9_-]+?)_(?<split>val|test)(?<epochs>\d{1,4})?"
            + @"_(?<trial>(seed|repeat|run)\d{1,9})(_fraction)?$",
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
        @"^(?<dataset>[A-Za-z0-9_-]+?)_seconds$",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex WholeSeconds();

    [GeneratedRegex(
        @"^params(_(?<dataset>.+))?$",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Parameters();

    [GeneratedRegex(
        @"^(index|architecture|hash|space|trained_as|flops|(flops|backbone)_.+"
            + @"|.+_valtest\d{1,4}(_(seed|repeat)\d{1,9})?(_fraction)?"
            + "|.+_seconds|.+_latency_ms)$",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Other();
}
