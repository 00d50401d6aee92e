using ZcBench.Search.Methods;
using ZcBench.Supernets.Network;
using ZcBench.Supernets.Searches;

namespace ZcBench.Supernets.Methods;

/// <summary>Weights shared by random paths, and the best of some by validation.</summary>
internal sealed class RandomSharing : ISupernetMethod
{
    /// <inheritdoc/>
    public MethodCard Card { get; } =
        new()
        {
            Id = "rsps",
            Title = "random search with weight sharing",
            Rule =
                "Trains one random connected path at a time on shared weights, "
                + "and takes the best of many random paths by their validation accuracy on them.",
            Paper = Papers.RandomSharing,
        };

    /// <inheritdoc/>
    public SearchCost Planned(SupernetSettings settings, int steps, string argument) =>
        new((double)settings.Epochs * steps, (double)settings.Paths * steps, 0);

    /// <inheritdoc/>
    public void Start(SupernetTask task, SearchState state, string argument) =>
        state.Replace(("", RandomPaths.New(task, LiveOperations.All(task.Net.Blueprint))));

    /// <inheritdoc/>
    public void Epoch(SupernetTask task, SearchState state, string argument) =>
        RandomPaths.Epoch(task, state, "", state.Sub, state.Epoch, task.Settings.Epochs);

    /// <inheritdoc/>
    public Choice Choose(SupernetTask task, SearchState state, string argument)
    {
        var paths = RandomPaths.Best(task, "", state.Sub, task.Settings.Paths);
        return new(task.Architecture(paths[0].Path), [.. paths.Select(item => task.Architecture(item.Path))]);
    }
}
