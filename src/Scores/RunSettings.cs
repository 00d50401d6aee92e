using System.Globalization;
using ZcBench.Benchmarks;
using ZcBench.Benchmarks.Tables;

namespace ZcBench.Scores;

/// <summary>
/// The settings that make a run another one, by the names of their options. The path of the table is none: a
/// table that has moved is told by its checksum. Nor are proxies and versions, which a run may add to.
/// </summary>
public static class RunSettings
{
    /// <summary>What a setting is in a run where its option was not given.</summary>
    public const string NotGiven = "not given";

    private const int ShownOfChecksum = 12;

    private static readonly (string Name, Func<RunManifest, string?> Value)[] All =
    [
        ("--space", run => run.Space),
        ("the SHA-256 of --table", run => Short(run.TableChecksum)),
        ("--dataset", run => run.Target.Dataset),
        ("--dataset", run => ImageTask.WithoutSizes(run.Protocol.Dataset)),
        ("--image-size", run => Size(run, char.IsAsciiDigit)),
        ("--channels", run => Size(run, mark => mark == 'C')?[1..]),
        ("--cells", run => Size(run, mark => mark == 'L')?[1..]),
        ("--split", run => run.Target.Split == Split.Test ? "test" : "val"),
        ("--epochs", run => Text(run.Target.Epochs)),
        ("the metric", run => run.Target.Metric ?? "the usual one"),
        ("--sample", run => Text(run.Sample) ?? "all"),
        ("--stratified", Strata),
        ("--sample-seed", run => Text(run.SampleSeed)),
        ("--shard", run => run.Shard?.ToString()),
        ("--seed", run => Text(run.Protocol.Seed)),
        ("--images", run => Images(run.Protocol.InputSource)),
        ("--input-seed", InputSeed),
        ("--batch", run => Text(run.Protocol.Batch)),
        ("--init", run => run.Protocol.Init),
        ("--dtype", run => run.Protocol.DType),
        ("--device", run => run.Protocol.DeviceName),
        ("--population", run => Text(run.Protocol.Population)),
    ];

    private static readonly (string Name, Func<TrainingRecipe, string?> Value)[] OfTraining =
    [
        ("--train-images", recipe => Images(recipe.Images)),
        ("--train-count", recipe => Text(recipe.ImageCount)),
        ("--train-held-back", recipe => Text(recipe.HeldBack)),
        ("--train-classes", recipe => Text(recipe.Classes)),
        ("--train-epochs", recipe => Text(recipe.Epochs)),
        ("--train-batch", recipe => Text(recipe.Batch)),
        ("--train-rate", recipe => Text(recipe.Rate)),
        ("the momentum of training", recipe => Text(recipe.Momentum)),
        ("the weight decay of training", recipe => Text(recipe.WeightDecay)),
        ("--train-plain", recipe => recipe.IsAugmented ? null : "given"),
    ];

    /// <summary>
    /// Where two runs differ, so that scores of one are none of the other. A run that trains differs from one
    /// that does not in nothing: either may take over the other's scores.
    /// </summary>
    public static IReadOnlyList<RunDifference> Differences(RunManifest first, RunManifest second) =>
        [
            .. All.Select(item => (item.Name, item.Value(first), item.Value(second)))
                .Concat(
                    first.Training is { } one && second.Training is { } other
                        ? OfTraining.Select(item => (item.Name, item.Value(one), item.Value(other)))
                        : []
                )
                .Where(item => item.Item2 != item.Item3)
                .Select(item => new RunDifference(item.Name, item.Item2 ?? NotGiven, item.Item3 ?? NotGiven))
                .Distinct(),
        ];

    // The part of a task's name that begins so, which stands where the size is not the usual one.
    private static string? Size(RunManifest run, Func<char, bool> begins) =>
        run.Protocol.Dataset.Split('@').Skip(1).FirstOrDefault(part => part.Length > 0 && begins(part[0]));

    private static string? Strata(RunManifest run) =>
        run.StratifiedBy is not { } by ? null
        : by == run.Target ? "given"
        : $"given, by {by}";

    private static string? InputSeed(RunManifest run) =>
        run.Protocol.Input == run.Protocol.InputSource ? null : Text(run.Protocol.InputSeed);

    private static string Images(string source) =>
        source.StartsWith("images:", StringComparison.Ordinal) ? $"a folder ({source})" : source;

    private static string Short(string checksum) =>
        checksum.Length > ShownOfChecksum ? checksum[..ShownOfChecksum] + "…" : checksum;

    private static string? Text(IFormattable? value) => value?.ToString(null, CultureInfo.InvariantCulture);
}
