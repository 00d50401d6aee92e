using ZcBench.Search.Methods;
using ZcBench.Supernets.Network;
using ZcBench.Supernets.Searches;

namespace ZcBench.Supernets.Methods;

/// <summary>Random sharing on four sub-supernets that gradient matching splits off.</summary>
internal sealed class FewShotRandomSharing : ISupernetMethod
{
    /// <inheritdoc/>
    public MethodCard Card { get; } =
        new()
        {
            Id = "gm_rsps",
            Title = "random sharing after splits by gradient matching",
            Rule =
                "Trains shared weights on random paths, "
                + "splits the network twice where the operations of an edge disagree most on their "
                + "gradients, and takes the best of many random paths of the four by validation on shared "
                + "weights.",
            Paper = Papers.Matching,
            Argument = "what a split goes by: cos, filter, mse, or random, the control",
            Arguments = FewShot.Rules,
        };

    /// <inheritdoc/>
    public SearchCost Planned(SupernetSettings settings, int steps, string argument)
    {
        var period = FewShot.Period(settings);
        var final = settings.Epochs - 2 * period;
        return new(
            (double)steps * (period + 2 * period + 4 * final) + FewShot.Passes(settings, argument),
            (double)settings.Paths * steps,
            0
        );
    }

    /// <inheritdoc/>
    public void Start(SupernetTask task, SearchState state, string argument) =>
        state.Replace(("", RandomPaths.New(task, LiveOperations.All(task.Net.Blueprint))));

    /// <inheritdoc/>
    public void Epoch(SupernetTask task, SearchState state, string argument)
    {
        var few = new FewShot(task, state, argument);
        few.SplitWhenDue(
            (name, sub, _) => RandomPaths.Mix(task, sub, task.Random($"{name}")),
            (_, live) => RandomPaths.New(task, live)
        );
        foreach (var (name, sub) in state.Subs)
        {
            var epoch = few.IsFinal ? few.FinalEpoch : state.Epoch;
            RandomPaths.Epoch(task, state, name, sub, epoch, task.Settings.Epochs);
        }
    }

    /// <inheritdoc/>
    public Choice Choose(SupernetTask task, SearchState state, string argument)
    {
        var each = Math.Max(1, task.Settings.Paths / state.Subs.Count);
        var best = state
            .Subs.Select(item => RandomPaths.Best(task, item.Name, item.Sub, each)[0])
            .OrderByDescending(item => item.Percent)
            .Select(item => task.Architecture(item.Path))
            .ToList();
        return new(best[0], [.. best.DistinctBy(item => item.Text)]);
    }
}
