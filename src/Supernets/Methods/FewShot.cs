using ZcBench.Supernets.Matching;
using ZcBench.Supernets.Network;
using ZcBench.Supernets.Searches;
using ZcBench.Supernets.Steps;

namespace ZcBench.Supernets.Methods;

/// <summary>
/// Few-shot NAS: after a quarter and after half of the epochs each network is split in two at the edge whose
/// operations agree least on the shared weights. Children go on with what the network had; after the last
/// split everything but the remaining operations starts anew.
/// </summary>
internal sealed class FewShot
{
    /// <summary>What decides a split at random, the control.</summary>
    public const string Random = "random";

    /// <summary>Names of the distances, and of the control.</summary>
    public static IReadOnlyList<string> Rules { get; } = ["cos", "filter", "mse", Random];

    private readonly SupernetTask _task;
    private readonly SearchState _state;
    private readonly string _rule;

    public FewShot(SupernetTask task, SearchState state, string rule)
    {
        _task = task;
        _state = state;
        _rule = rule;
    }

    /// <summary>Epochs before the first split; as many lie between both.</summary>
    public static int Period(SupernetSettings settings) => settings.Epochs / 4;

    /// <summary>Whether the last split is done.</summary>
    public bool IsFinal => _state.Epoch >= 2 * Period(_task.Settings);

    /// <summary>Epochs since everything started anew.</summary>
    public int FinalEpoch => _state.Epoch - 2 * Period(_task.Settings);

    /// <summary>
    /// Passes that all splits take: six edges, then five of both halves, five operations each.
    /// </summary>
    public static double Passes(SupernetSettings settings, string rule) =>
        rule == Random ? 0 : (6 + 2 * 5) * 5.0 * settings.MatchingBatches;

    /// <summary>Splits where it is time to.</summary>
    /// <param name="mixing">θ of a network while its edges are compared, at a minibatch.</param>
    /// <param name="restart">A new network of given operations.</param>
    public void SplitWhenDue(
        Func<string, SubSupernet, int, Mixing> mixing,
        Func<string, LiveOperations, SubSupernet> restart
    )
    {
        var period = Period(_task.Settings);
        var due = _state.Subs.Count == 1 ? period : 2 * period;
        if (_state.Subs.Count > 2 || _state.Epoch != due)
        {
            return;
        }

        var isLast = _state.Subs.Count == 2;
        var children = new List<(string, SubSupernet)>();
        foreach (var (name, sub) in _state.Subs)
        {
            var split = Find(name, sub, mixing);
            foreach (var (half, operations) in new[] { split.Group, split.Rest }.Index())
            {
                var live = sub.Live.Restricted(split.Edge, [.. operations]);
                var child = $"{name}{half}";
                _state.Read(
                    ReadingKind.Split,
                    child,
                    _task.Net.Blueprint.Edges[split.Edge],
                    string.Join(' ', operations.Select(item => _task.Net.Blueprint.Operations[item])),
                    split.Between
                );
                children.Add((child, isLast ? restart(child, live) : sub.Child(live)));
            }
        }

        _state.Replace(children);
    }

    private Split Find(string name, SubSupernet sub, Func<string, SubSupernet, int, Mixing> mixing)
    {
        var open = Enumerable
            .Range(0, sub.Live.Edges)
            .Where(edge => sub.Live.Of(edge).Count == sub.Live.Operations)
            .ToList();
        if (_rule == Random)
        {
            var random = _task.Random($"{name}/split");
            var edge = open[random.Below(open.Count)];
            var order = random.Distinct(sub.Live.Operations, sub.Live.Operations);
            var size = sub.Live.Operations / 2;
            return new(edge, [.. order[..size].Order()], [.. order[size..].Order()], 0, 0);
        }

        var splits = open.Select(edge => Split.Of(edge, Distances(name, sub, edge, mixing))).ToList();
        foreach (var split in splits)
        {
            _state.Read(ReadingKind.Gain, name, _task.Net.Blueprint.Edges[split.Edge], "", split.Between);
        }

        return Split.Best(splits) ?? splits[0];
    }

    // The mean over minibatches.
    private double[,] Distances(
        string name,
        SubSupernet sub,
        int edge,
        Func<string, SubSupernet, int, Mixing> mixing
    )
    {
        var matching = new GradientMatching(_task.Net, Metric);
        var (count, size) = (_task.Settings.MatchingBatches, sub.Live.Operations);
        var mean = new double[size, size];
        for (var i = 0; i < count; i++)
        {
            using var scope = torch.NewDisposeScope();
            using var batch = _task.TrainingBatch($"{name}/matching/{edge}/{i}");
            var shares = mixing(FormattableString.Invariant($"{name}/matching/{edge}/{i}/mix"), sub, i);
            var distances = matching.Distances(edge, sub, shares, batch);
            _task.CountPasses(size);
            for (var place = 0; place < mean.Length; place++)
            {
                mean[place / size, place % size] += distances[place / size, place % size] / count;
            }
        }

        for (var place = 0; place < mean.Length; place++)
        {
            var (row, column) = (place / size, place % size);
            _state.Read(
                ReadingKind.Distance,
                name,
                $"{_task.Net.Blueprint.Edges[edge]} {_task.Net.Blueprint.Operations[row]}",
                _task.Net.Blueprint.Operations[column],
                mean[row, column]
            );
        }

        return mean;
    }

    private GradientDistance Metric =>
        _rule switch
        {
            "filter" => GradientDistance.FilterCosine,
            "mse" => GradientDistance.Squared,
            _ => GradientDistance.Cosine,
        };
}
