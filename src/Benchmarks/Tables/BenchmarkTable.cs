using System.Collections.Immutable;

namespace ZcBench.Benchmarks.Tables;

/// <summary>Trained accuracies of architectures: the ground truth that scores are compared with.</summary>
public sealed class BenchmarkTable
{
    private readonly ImmutableDictionary<Target, double[]> _accuracies;
    private readonly ImmutableDictionary<TrainingTime, double[]> _seconds;

    internal BenchmarkTable(
        TableDescription description, string checksum, IReadOnlyList<Architecture> architectures,
        ImmutableDictionary<Target, double[]> accuracies, ImmutableDictionary<TrainingTime, double[]> seconds)
    {
        Description = description;
        Checksum = checksum;
        Architectures = architectures;
        _accuracies = accuracies;
        _seconds = seconds;
    }

    /// <summary>What the table is and where it comes from.</summary>
    public TableDescription Description { get; }

    /// <summary>SHA-256 of the file's bytes, lower-case hexadecimal.</summary>
    public string Checksum { get; }

    /// <summary>The architectures in the file's order.</summary>
    public IReadOnlyList<Architecture> Architectures { get; }

    /// <summary>The columns of accuracies, by dataset, split and epochs.</summary>
    public IEnumerable<Target> Targets => _accuracies.Keys
        .OrderBy(target => target.Dataset, StringComparer.OrdinalIgnoreCase)
        .ThenBy(target => target.Split).ThenBy(target => target.Epochs);

    /// <summary>
    /// Accuracies in percent in the order of <see cref="Architectures"/>, or a <see cref="UserError"/> that
    /// lists the targets the table has.
    /// </summary>
    public IReadOnlyList<double> AccuracyPercent(Target target) =>
        _accuracies.TryGetValue(target, out var column)
            ? column
            : throw new UserError(
                $"table '{Description.Id}' has no accuracies for {target}; it has {string.Join(", ", Targets)}");

    /// <summary>
    /// Seconds to train each architecture on a dataset for so many epochs, in the order of <see cref="Architectures"/>, or a
    /// <see cref="UserError"/> that names the missing column.
    /// </summary>
    public IReadOnlyList<double> TrainingSeconds(TrainingTime time) =>
        _seconds.TryGetValue(time, out var column)
            ? column
            : throw new UserError(
                $"table '{Description.Id}' does not say what training takes; add a column {time.Dataset}_train{time.Epochs}_seconds");

    /// <summary>
    /// The target of a dataset and split with the given epochs, or with the most epochs the table has.
    /// </summary>
    public Target Find(string dataset, Split split, int? epochs = null)
    {
        var best = Targets.Where(target =>
                target.Split == split && (epochs is null || target.Epochs == epochs)
                && string.Equals(target.Dataset, dataset, StringComparison.OrdinalIgnoreCase))
            .MaxBy(target => target.Epochs);
        return best ?? throw new UserError(
            $"table '{Description.Id}' has no {split.ToString().ToLowerInvariant()} accuracies for {dataset}"
            + $"{(epochs is null ? "" : $" after {epochs} epochs")}; it has {string.Join(", ", Targets)}");
    }
}
