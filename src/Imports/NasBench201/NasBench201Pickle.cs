using System.Globalization;
using ZcBench.Benchmarks;
using ZcBench.Benchmarks.NatsBenchSize;
using ZcBench.Imports.Pickles;
using ZcBench.Imports.TransNasBench101;

namespace ZcBench.Imports.NasBench201;

/// <summary>
/// The object inside the files of NAS-Bench-201 and NATS-Bench. One architecture is a dict from the kind of
/// training ("12" or "less", "200" or "full"; "01", "12", "90" in the size space) to {"arch_index",
/// "arch_str", "all_results": {(dataset, seed): training}}. A file holds one such dict, or {"arch2infos":
/// {index: such a dict}}, or, as NATS-Bench's meta file, {"meta_archs": texts} alone. Each architecture is
/// handed on as soon as it was read, and then forgotten.
/// </summary>
internal sealed class NasBench201Pickle
{
    private const string Results = "all_results",
        Text = "arch_str",
        Index = "arch_index";
    private static readonly Dictionary<string, int> TopologyTrainings = new()
    {
        ["12"] = 12,
        ["less"] = 12,
        ["200"] = 200,
        ["full"] = 200,
    };

    private static readonly Dictionary<string, int> SizeTrainings = new()
    {
        ["01"] = 1,
        ["12"] = 12,
        ["90"] = 90,
    };

    private readonly ISearchSpace _space;
    private readonly Dictionary<string, int> _trainings;

    private readonly PickleSource _source;
    private readonly PickleLimits _limits;
    private readonly Action<ImportedRow> _add;
    private readonly TrialDigest _trials;

    /// <summary>A reader that hands rows on.</summary>
    /// <param name="source">The bytes.</param>
    /// <param name="limits">How much it may ask for.</param>
    /// <param name="space">NAS-Bench-201, or NATS-Bench's size space.</param>
    /// <param name="add">Told each row.</param>
    public NasBench201Pickle(
        PickleSource source,
        PickleLimits limits,
        ISearchSpace space,
        Action<ImportedRow> add
    )
    {
        _space = space;
        _trainings = space is NatsBenchSizeSpace ? SizeTrainings : TopologyTrainings;
        _source = source;
        _limits = limits;
        _add = add;
        _trials = new(source);
    }

    /// <summary>Reads the object.</summary>
    public void Read()
    {
        var root = new Pickle(_source, _limits, Digest).Read();
        switch (root)
        {
            case PickleDict { Digest: Architecture }:
            case PickleDict whole
                when whole["arch2infos"] is PickleDict infos
                    && infos.Items.All(item => item.Value is PickleDict { Digest: Architecture }):
            case PickleDict meta when meta["meta_archs"] is List<object?> && !meta.Has("arch2infos"):
                return;
            case var _ when TransNasPickle.IsRoot(root):
                throw _source.Fault(
                    "the pickle holds results of TransNAS-Bench-101",
                    $"name one of its spaces with --space {string.Join(" or ", TransNasProvenance.Spaces)}"
                );
            default:
                throw _source.Fault(
                    $"the pickle is {PickleWords.Of(root)}, where results of {_space.Title} were expected",
                    "check the file, and name its space with --space if it is of another"
                );
        }
    }

    // A training is whole when another dict takes it: protocol 0 adds the items of a dict one by one.
    private int Digest(PickleDict dict, int first)
    {
        var dropped = 0;
        for (var place = first; place < dict.Items.Count; place++)
        {
            dropped += dict.Items[place].Value is PickleDict value ? _trials.Try(value) : 0;
        }

        return dropped + (IsArchitecture(dict) ? Emit(dict) : 0);
    }

    private bool IsArchitecture(PickleDict dict) =>
        dict.Items.Count is > 0 and <= 4
        && dict.Items.All(item =>
            item is { Key: string key, Value: PickleDict part }
            && _trainings.ContainsKey(key)
            && part.Has(Results)
        );

    private int Emit(PickleDict dict)
    {
        var values = new List<(ImportedColumn Column, double Value)>();
        var architecture = dict.Digest as Architecture;
        string? index = null;
        foreach (var (key, value) in dict.Items)
        {
            var part = (PickleDict)value!;
            var own = Parse(part[Text]);
            if (architecture is not null && own != architecture)
            {
                throw _source.Fault($"one entry holds results of {architecture} and of {own}");
            }

            architecture = own;
            index = part[Index] is long number ? number.ToString(CultureInfo.InvariantCulture) : null;
            values.AddRange(Values(part, _trainings[(string)key!]));
        }

        // A count is the same for every training.
        _add(
            new(
                architecture!,
                index,
                [
                    .. values.Where(item => !item.Column.IsCount),
                    .. values.Where(item => item.Column.IsCount).Distinct(),
                ]
            )
        );
        return dict.Replace(architecture!);
    }

    private Architecture Parse(object? text)
    {
        try
        {
            return text is string known
                ? _space.Parse(known)
                : throw _source.Fault($"'{Text}' is {PickleWords.Of(text)}, where a text was expected");
        }
        catch (UserError fault) when (text is string)
        {
            throw new UserError(
                _source
                    .Fault(fault.Message, $"the file was read as {_space.Title}; name its space with --space")
                    .Message,
                fault
            );
        }
    }

    private IEnumerable<(ImportedColumn Column, double Value)> Values(PickleDict part, int epochs)
    {
        if (part[Results] is not PickleDict results)
        {
            throw _source.Fault($"'{Results}' is {PickleWords.Of(part[Results])}, where a dict was expected");
        }

        foreach (var (key, value) in results.Items)
        {
            if (
                key is not object?[] { Length: 2 } pair
                || pair[0] is not string dataset
                || pair[1] is not long seed
                || value is not PickleDict { Digest: Trial trial }
            )
            {
                throw _source.Fault(
                    $"'{Results}' holds {PickleWords.Of(key)}: {PickleWords.Of(value)}, "
                        + "where trainings by dataset and seed were expected"
                );
            }

            if (!EvaluationSets.Has(dataset))
            {
                throw _source.Fault(
                    $"'{Results}' holds a training on {PickleWords.Of(dataset)}, "
                        + "which the benchmark does not know",
                    "check where the file comes from"
                );
            }

            if (trial.Epochs != epochs || trial.Seed != seed)
            {
                throw _source.Fault(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"the training on {dataset} with seed {seed} over {epochs} epochs says that it has "
                            + $"seed {trial.Seed} and {trial.Epochs} epochs"
                    )
                );
            }

            foreach (var item in Values(trial, dataset))
            {
                yield return item;
            }
        }
    }

    private IEnumerable<(ImportedColumn Column, double Value)> Values(Trial trial, string dataset)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"seed{trial.Seed}");
        yield return (new(Quantity.Parameters, dataset), trial.Parameters);
        yield return (new(Quantity.Flops, dataset), trial.Flops);
        foreach (var (set, percent) in trial.Accuracies)
        {
            var quantity =
                EvaluationSets.Find(dataset, set)
                ?? throw _source.Fault(
                    $"{dataset} has accuracies on '{set}', which the benchmark does not know",
                    "check where the file comes from"
                );
            yield return (new(quantity, dataset, trial.Epochs, name), percent);
        }

        if (trial.Seconds is { } seconds)
        {
            yield return (new(Quantity.TrainingSeconds, dataset, trial.Epochs, name), seconds);
        }
    }
}
