using System.Collections.Immutable;

namespace ZcBench.Benchmarks.Tables;

/// <summary>Trained accuracies of architectures: the ground truth that scores are compared with.</summary>
public sealed class BenchmarkTable
{
    private readonly ImmutableDictionary<Target, double[]> _accuracies;
    private readonly ImmutableDictionary<SideColumn, double[]> _sides;

    internal BenchmarkTable(
        TableDescription description,
        string checksum,
        IReadOnlyList<Architecture> architectures,
        ImmutableDictionary<Target, double[]> accuracies,
        ImmutableDictionary<SideColumn, double[]> sides,
        int repeats
    )
    {
        Description = description;
        Checksum = checksum;
        Architectures = architectures;
        Repeats = repeats;
        _accuracies = accuracies;
        _sides = sides;
    }

    /// <summary>What the table is and where it comes from.</summary>
    public TableDescription Description { get; }

    /// <summary>SHA-256 of the file's bytes, lower-case hexadecimal.</summary>
    public string Checksum { get; }

    /// <summary>The architectures in the file's order.</summary>
    public IReadOnlyList<Architecture> Architectures { get; }

    /// <summary>
    /// Rows of the file that were left out because they repeat the results of another row's training.
    /// </summary>
    public int Repeats { get; }

    /// <summary>The columns of accuracies, by dataset, split and epochs.</summary>
    public IEnumerable<Target> Targets =>
        _accuracies
            .Keys.OrderBy(target => target.Dataset, StringComparer.OrdinalIgnoreCase)
            .ThenBy(target => target.Split)
            .ThenBy(target => target.Epochs)
            .ThenBy(target => target.Metric, StringComparer.Ordinal);

    /// <summary>
    /// Accuracies in the order of <see cref="Architectures"/>, in percent or in the unit of
    /// <see cref="Target.Measure"/>; larger is better. A target that the table lacks is a
    /// <see cref="UserError"/> that lists those it has.
    /// </summary>
    public IReadOnlyList<double> Accuracies(Target target) =>
        _accuracies.TryGetValue(target, out var column)
            ? column
            : throw new UserError(
                $"table '{Description.Id}' has no accuracies for {target}; "
                    + $"it has {string.Join(", ", Targets)}"
            );

    /// <summary>
    /// The dataset to ask for where none is named: the usual one of the space, if the table has accuracies
    /// for it, else that of its first target.
    /// </summary>
    public string UsualDataset
    {
        get
        {
            var usual = SearchSpaces.Named(Description.Space).UsualDataset;
            return Targets.Any(target => target.Dataset == usual) ? usual : Targets.First().Dataset;
        }
    }

    /// <summary>
    /// Test where the table has test accuracies of a dataset, else validation where it has those alone.
    /// </summary>
    public Split UsualSplit(string dataset) =>
        Targets.Where(target => target.Dataset == dataset).ToList() is { Count: > 0 } own
        && own.TrueForAll(target => target.Split == Split.Validation)
            ? Split.Validation
            : Split.Test;

    /// <summary>
    /// The target of a dataset and split with the given epochs, or with the most epochs the table has.
    /// </summary>
    public Target Find(string dataset, Split split, int? epochs = null)
    {
        var best = Targets
            .Where(target =>
                target.Split == split
                && (epochs is null || target.Epochs == epochs)
                && string.Equals(target.Dataset, dataset, StringComparison.OrdinalIgnoreCase)
            )
            .OrderByDescending(target => target.Epochs)
            .ThenBy(target => target.Metric is not null)
            .FirstOrDefault();
        return best
            ?? throw new UserError(
                $"table '{Description.Id}' has no {split.ToString().ToLowerInvariant()} accuracies "
                    + $"for {dataset}{(epochs is null ? "" : $" after {epochs} epochs")}; "
                    + $"it has {string.Join(", ", Targets)}"
            );
    }

    /// <summary>
    /// Accuracies of each training behind a target, by the training's name, as "seed777" or
    /// "repeat1"; NaN where an architecture lacks that training. Empty where the table has only their mean.
    /// </summary>
    public IReadOnlyDictionary<string, IReadOnlyList<double>> Trials(Target target) =>
        _sides
            .Where(side =>
                side.Key.Kind == SideKind.Trial
                && side.Key.Split == target.Split
                && side.Key.Epochs == target.Epochs
                && target.Metric is null
                && string.Equals(side.Key.Dataset, target.Dataset, StringComparison.OrdinalIgnoreCase)
            )
            .ToImmutableSortedDictionary(
                side => side.Key.Trial,
                IReadOnlyList<double> (side) => side.Value,
                StringComparer.Ordinal
            );

    /// <summary>
    /// Seconds that a training on a dataset over so many epochs took, in the order of
    /// <see cref="Architectures"/>, NaN where the table does not say; null where it has no such column.
    /// </summary>
    public IReadOnlyList<double>? TrainingSeconds(string dataset, int epochs) =>
        Side(SideColumn.Seconds(dataset, epochs));

    /// <summary>
    /// The architecture that has a number in the benchmark, by the table's column "index"; null where the
    /// table has no such column or number, or gives it twice.
    /// </summary>
    public Architecture? ByIndex(long index) =>
        Side(SideColumn.Index) is { } numbers
        && Array.IndexOf(numbers, index) is >= 0 and var row
        && Array.LastIndexOf(numbers, index) == row
            ? Architectures[row]
            : null;

    /// <summary>
    /// Numbers of the architectures in the benchmark, in the order of <see cref="Architectures"/>, NaN where
    /// the table does not say; null where it has no column "index".
    /// </summary>
    public IReadOnlyList<double>? Indices => Side(SideColumn.Index);

    /// <summary>
    /// Trainable parameters of the network for a dataset, NaN where the table does not say; null where it has
    /// no such column.
    /// </summary>
    public IReadOnlyList<double>? Parameters(string dataset) =>
        Side(SideColumn.Parameters(dataset)) ?? Side(SideColumn.Parameters(""));

    private double[]? Side(SideColumn wanted) =>
        _sides
            .FirstOrDefault(side =>
                string.Equals(side.Key.Dataset, wanted.Dataset, StringComparison.OrdinalIgnoreCase)
                && side.Key with { Dataset = wanted.Dataset } == wanted
            )
            .Value;
}
