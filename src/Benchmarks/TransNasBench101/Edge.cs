namespace ZcBench.Benchmarks.TransNasBench101;

/// <summary>An edge of a cell of the micro space between two of its four nodes.</summary>
/// <param name="Source">The node it leaves.</param>
/// <param name="Target">The node it enters.</param>
internal readonly record struct Edge(int Source, int Target)
{
    /// <summary>Nodes of a cell; the last one is its output.</summary>
    public const int Nodes = 4;

    /// <summary>The six edges in the benchmark's order: by target, then by source.</summary>
    public static IReadOnlyList<Edge> All { get; } =
    [
        .. Enumerable
            .Range(1, Nodes - 1)
            .SelectMany(target => Enumerable.Range(0, target).Select(source => new Edge(source, target))),
    ];

    /// <summary>Place in <see cref="All"/>.</summary>
    public int Index => Target * (Target - 1) / 2 + Source;
}
