namespace ZcBench.Benchmarks.NasBench201;

/// <summary>An edge of the cell's complete graph on nodes 0 (input), 1, 2, 3 (output).</summary>
/// <param name="Source">Node it reads, 0 to 2.</param>
/// <param name="Target">Node it adds to, 1 to 3, larger than the source.</param>
public readonly record struct Edge(int Source, int Target)
{
    /// <summary>Number of nodes of a cell.</summary>
    public const int Nodes = 4;

    /// <summary>The six edges in the order of the official text: by target, then by source.</summary>
    public static IReadOnlyList<Edge> All { get; } =
    [new(0, 1), new(0, 2), new(1, 2), new(0, 3), new(1, 3), new(2, 3)];

    /// <summary>Position in <see cref="All"/>.</summary>
    public int Index => Target * (Target - 1) / 2 + Source;
}
