using System.Globalization;
using ZcBench.Benchmarks;
using ZcBench.Imports.Pickles;

namespace ZcBench.Imports.NasBench201;

/// <summary>
/// One training as the benchmark's API stores it, a dict: "seed", "epochs", "params" and "flop" in millions,
/// "eval_acc1es" {"x-valid@199": percent, ...} with epochs from 0, "train_times" {epoch: seconds} or None,
/// and much that is not read. It is made into a <see cref="Trial"/> once it is whole, and its numbers for
/// each epoch go.
/// </summary>
/// <param name="source">Where refusals happen.</param>
internal sealed class TrialDigest(PickleSource source)
{
    private const string Accuracies = "eval_acc1es",
        Seconds = "train_times";
    private const int MostEpochs = 9999;
    private static readonly string[] Needed = ["seed", "epochs", "params", "flop", Accuracies];

    private static readonly string[] Dropped =
    [
        Accuracies,
        Seconds,
        "train_acc1es",
        "train_acc5es",
        "train_losses",
        "eval_losses",
        "eval_times",
        "net_state_dict",
    ];

    // The benchmark has three.
    private const int MostSets = 8;

    // A trial has some twenty members; dicts of all epochs have hundreds and need not be searched.
    private const int MostMembers = 64;
    private int _dropped;

    /// <summary>Makes a trial of the dict if it is one.</summary>
    /// <returns>The number of items that are no longer needed; 0 where it is none.</returns>
    public int Try(PickleDict dict)
    {
        if (dict.Items.Count is 0 or > MostMembers || !Needed.All(dict.Has))
        {
            return 0;
        }

        var epochs = (int)Whole(dict, "epochs", MostEpochs);
        var trial = new Trial(
            Whole(dict, "seed", int.MaxValue),
            epochs,
            Millions(dict, "params"),
            Millions(dict, "flop"),
            Final(dict, epochs),
            Total(dict)
        );
        var dropped =
            _dropped
            + Dropped.Sum(name => dict[name] is PickleDict { Digest: null } part ? part.Replace(name) : 0);
        _dropped = 0;
        return dropped + dict.Replace(trial);
    }

    private long Whole(PickleDict dict, string name, int most) =>
        dict[name] is long value && value >= 0 && value <= most
            ? value
            : throw Wrong(name, dict[name], $"a whole number up to {most}");

    private double Millions(PickleDict dict, string name) =>
        Number(dict[name]) is { } value and >= 0 and < 1e6
            ? Math.Round(value * 1e6)
            : throw Wrong(name, dict[name], "a number of millions");

    // A dict that two trials share was made into its last epochs by the first.
    private IReadOnlyList<(string Set, double Percent)> Final(PickleDict dict, int epochs)
    {
        if (dict[Accuracies] is not PickleDict all)
        {
            throw Wrong(Accuracies, dict[Accuracies], "a dict of accuracies by set and epoch");
        }

        if (all.Digest is IReadOnlyList<(string Set, double Percent)> shared)
        {
            return shared;
        }

        var last = string.Create(CultureInfo.InvariantCulture, $"@{epochs - 1}");
        List<(string Set, double Percent)> final =
        [
            .. all
                .Items.Where(item => item.Key is string key && key.EndsWith(last, StringComparison.Ordinal))
                .Select(item =>
                    (
                        ((string)item.Key!)[..^last.Length],
                        Number(item.Value)
                            ?? throw Wrong((string)item.Key!, item.Value, "a number of percent")
                    )
                )
                .Take(MostSets + 1),
        ];
        if (final.Count > MostSets)
        {
            throw Wrong(Accuracies, all, $"at most {MostSets} sets of images in the last epoch");
        }

        _dropped += all.Replace(final);
        return final;
    }

    private double? Total(PickleDict dict)
    {
        switch (dict[Seconds])
        {
            case null:
                return null;
            case PickleDict { Digest: double shared }:
                return shared;
            case PickleDict all:
                var total = all.Items.Sum(item =>
                    Number(item.Value) ?? throw Wrong(Seconds, item.Value, "seconds of each epoch")
                );
                _dropped += all.Replace(total);
                return total;
            case var other:
                throw Wrong(Seconds, other, "a dict of seconds by epoch");
        }
    }

    private static double? Number(object? value) =>
        value switch
        {
            double real => real,
            long whole => whole,
            _ => null,
        };

    private UserError Wrong(string name, object? found, string expected) =>
        source.Fault($"'{name}' of a training is {PickleWords.Of(found)}, where {expected} was expected");
}
