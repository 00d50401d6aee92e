using ZcBench.Benchmarks;
using ZcBench.Search.Methods;
using ZcBench.Supernets.Searches;

namespace ZcBench.Supernets.Methods;

/// <summary>The second control that costs nothing: the cell with the most multiply-accumulates.</summary>
internal sealed class LargestCell : ISupernetMethod
{
    /// <inheritdoc/>
    public MethodCard Card { get; } =
        new()
        {
            Id = "largest_cell",
            Title = "the cell with the most multiply-accumulates",
            Rule =
                "What counting chooses: the operation with the most weights on every edge, "
                + "on NAS-Bench-201 six 3x3 convolutions. Nothing is trained.",
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
        var blueprint = task.Net.Blueprint;
        var chosen = blueprint.Architecture([
            .. Enumerable.Range(0, blueprint.Edges.Length).Select(MostMacs),
        ]);
        return new(chosen, [chosen]);

        // An edge's cells differ in its operation alone.
        int MostMacs(int edge) =>
            Enumerable
                .Range(0, blueprint.Operations.Length)
                .MaxBy(operation =>
                {
                    var cell = new int[blueprint.Edges.Length];
                    cell[edge] = operation;
                    var architecture = blueprint.Architecture(cell);
                    return SearchSpaces.Named(architecture.Space).Macs(architecture, ImageTask.Cifar10);
                });
    }
}
