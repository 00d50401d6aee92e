using ZcBench.Search.Methods;
using ZcBench.Supernets.Network;
using ZcBench.Supernets.Searches;

namespace ZcBench.Supernets.Methods;

/// <summary>The first control that costs nothing: a cell at random.</summary>
internal sealed class RandomCell : ISupernetMethod
{
    /// <inheritdoc/>
    public MethodCard Card { get; } =
        new()
        {
            Id = "random_cell",
            Title = "a random cell",
            Rule = "One connected cell, drawn uniformly. Nothing is trained.",
            Paper = Papers.NasBench201,
        };

    /// <inheritdoc/>
    public int Epochs(SupernetSettings settings) => 0;

    /// <inheritdoc/>
    public SearchCost Planned(SupernetSettings settings, int steps, string argument) => SearchCost.Nothing;

    /// <inheritdoc/>
    public void Start(SupernetTask task, SearchState state, string argument) { }

    /// <inheritdoc/>
    public void Epoch(SupernetTask task, SearchState state, string argument) { }

    /// <inheritdoc/>
    public Choice Choose(SupernetTask task, SearchState state, string argument)
    {
        var path = task.RandomPath(LiveOperations.All(task.Net.Blueprint), task.Random($"cell"));
        var chosen = task.Architecture(path);
        return new(chosen, [chosen]);
    }
}
