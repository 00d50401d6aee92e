using ZcBench.Benchmarks;
using ZcBench.Imports.Pickles;

namespace ZcBench.Imports.TransNasBench101;

/// <summary>
/// The object inside TransNAS-Bench-101's file: {"data": {space: {architecture: {task: {"total_epochs",
/// "metrics": {"valid_top1": a number for each epoch, ...}, ...}}}}, "task_list", ...}. Of each training the
/// numbers of the last epoch are kept. Rows of the other space are passed over.
/// </summary>
/// <param name="source">Where refusals happen.</param>
/// <param name="limits">How much the pickle may ask for.</param>
/// <param name="space">Which of the two spaces.</param>
/// <param name="add">Told each row.</param>
internal sealed class TransNasPickle(
    PickleSource source,
    PickleLimits limits,
    ISearchSpace space,
    Action<ImportedRow> add
)
{
    private const string Metrics = "metrics",
        Epochs = "total_epochs",
        Tasks = "task_list",
        Data = "data";
    private const int MostEpochs = 9999;
    private static readonly (string Prefix, Quantity Quantity)[] Splits =
    [
        ("valid_", Quantity.Validation),
        ("val_", Quantity.Validation),
        ("test_", Quantity.Test),
    ];

    private int _rows;

    /// <summary>Whether a pickle's object is that of the benchmark.</summary>
    public static bool IsRoot(object? root) =>
        root is PickleDict whole && whole.Has(Data) && whole.Has(Tasks);

    /// <summary>Reads the object.</summary>
    public void Read()
    {
        var root = new Pickle(source, limits, Digest).Read();
        if (!IsRoot(root) || _rows == 0)
        {
            throw source.Fault(
                $"the pickle is {PickleWords.Of(root)}, " + $"where results of {space.Title} were expected",
                "check the file"
            );
        }
    }

    // What a dict takes is whole: protocol 0 adds the items of a dict one by one.
    private int Digest(PickleDict dict, int first)
    {
        var dropped = 0;
        for (var place = first; place < dict.Items.Count; place++)
        {
            var (key, value) = dict.Items[place];
            dropped +=
                value is not PickleDict { Digest: null } inner ? 0
                : inner.Has(Metrics) && inner.Has(Epochs) ? Result(inner)
                : key is string text && IsArchitecture(inner) ? Row(text, inner)
                : 0;
        }

        return dropped;
    }

    private int Result(PickleDict training)
    {
        if (
            training[Epochs] is not long epochs
            || epochs is < 1 or > MostEpochs
            || training[Metrics] is not PickleDict metrics
        )
        {
            throw source.Fault(
                $"a training has '{Epochs}' {PickleWords.Of(training[Epochs])} and '{Metrics}' "
                    + $"{PickleWords.Of(training[Metrics])}, "
                    + "where a number of epochs and a dict were expected"
            );
        }

        var last = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var (key, value) in metrics.Items)
        {
            if (key is string name && value is List<object?> { Count: > 0 } numbers)
            {
                last[name] = numbers[^1] switch
                {
                    double real => real,
                    long whole => whole,
                    var other => throw source.Fault(
                        $"'{name}' holds {PickleWords.Of(other)}, where a number for each epoch was expected"
                    ),
                };
            }
        }

        return metrics.Replace(Metrics) + training.Replace(new TaskResult((int)epochs, last));
    }

    private static bool IsArchitecture(PickleDict dict) =>
        dict.Items.Count > 0
        && dict.Items.All(item => item is { Key: string, Value: PickleDict { Digest: TaskResult } });

    private int Row(string text, PickleDict tasks)
    {
        if (Parse(text) is { } architecture)
        {
            add(
                new(
                    architecture,
                    null,
                    [
                        .. tasks.Items.SelectMany(item =>
                            Values((string)item.Key!, (TaskResult)((PickleDict)item.Value!).Digest!)
                        ),
                    ]
                )
            );
            _rows++;
        }

        return tasks.Replace(text);
    }

    private Architecture? Parse(string text)
    {
        foreach (var known in TransNasProvenance.Spaces.Select(SearchSpaces.Named))
        {
            try
            {
                var architecture = known.Parse(text);
                return known.Id == space.Id ? architecture : null;
            }
            catch (UserError)
            {
                // Perhaps it is of the other space.
            }
        }

        throw source.Fault($"'{text}' is no architecture of TransNAS-Bench-101");
    }

    private IEnumerable<(ImportedColumn Column, double Value)> Values(string task, TaskResult result)
    {
        if (!space.NasLibDatasets.ContainsKey(task))
        {
            throw source.Fault(
                $"there is a training on {PickleWords.Of(task)}, which the benchmark does not know",
                "check where the file comes from"
            );
        }

        var usual = ImageTask.All[task].Metric;
        foreach (var (prefix, quantity) in Splits)
        {
            if (Last(result, prefix, usual) is { } value)
            {
                yield return (new(quantity, task, result.Epochs), value);
            }

            if (usual == TaskMetric.MeanIoU && Last(result, prefix, TaskMetric.PixelAccuracy) is { } share)
            {
                yield return (
                    new(quantity, task, result.Epochs, Metric: TaskMetric.PixelAccuracy.Name),
                    share
                );
            }
        }
    }

    // A loss is turned where its negative is not there.
    private static double? Last(TaskResult result, string prefix, TaskMetric metric) =>
        result.Last.TryGetValue(prefix + metric.Name, out var value) ? value
        : metric == TaskMetric.NegativeLoss && result.Last.TryGetValue(prefix + "loss", out var loss) ? -loss
        : null;
}
