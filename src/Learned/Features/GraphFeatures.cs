using ZcBench.Benchmarks;
using ZcBench.Benchmarks.Graphs;

namespace ZcBench.Learned.Features;

/// <summary>
/// GRAF: what the graph of a cell says. How often each operation occurs; and for each set A of operations,
/// of what remains of the cell when all others are taken away: the length of the shortest path from input to
/// output, the most operations on one path, how many connections leave the input and reach the output, and
/// the mean of both over the nodes. 191 numbers on NAS-Bench-201 and 45 on NAS-Bench-101.
/// </summary>
/// <remarks>
/// Kadlecová, Lukasik, Pilát, Vidnerová, Safari, Neruda and Hutter, Surprisingly Strong Performance
/// Prediction with Neural Graph Features, ICML 2024, https://arxiv.org/abs/2404.16551. Where no path is left
/// the shortest one is longer than any could be and the most operations are 0.
/// </remarks>
public static class GraphFeatures
{
    /// <summary>Name of the set of features.</summary>
    public const string Id = "graf";

    private static readonly string[] OfSets =
    [
        "shortest path",
        "most on path",
        "output in",
        "input out",
        "mean in",
        "mean out",
    ];

    /// <summary>The features of architectures; null where the space has no such graphs.</summary>
    public static FeatureSet? Of(ISearchSpace space, IReadOnlyList<Architecture> architectures)
    {
        var graphs = architectures.AsParallel().AsOrdered().Select(space.Graph).ToList();
        return graphs.Count == 0 || graphs.Contains(null)
            ? null
            : new(
                Id,
                Names(graphs[0]!.Operations),
                [.. graphs.OfType<CellGraph>().AsParallel().AsOrdered().Select(Of)]
            );
    }

    /// <summary>The features of one cell.</summary>
    public static double[] Of(CellGraph graph)
    {
        var features = new List<double>();
        for (var operation = 0; operation < graph.Operations.Count; operation++)
        {
            features.Add(graph.Uses.Count(use => use == operation));
        }

        for (var set = 1u; set < 1u << graph.Operations.Count; set++)
        {
            features.AddRange(Of(graph, set));
        }

        return [.. features];
    }

    private static List<string> Names(IReadOnlyList<string> operations)
    {
        var names = operations.Select(operation => $"count {operation}").ToList();
        for (var set = 1u; set < 1u << operations.Count; set++)
        {
            var allowed = string.Join(
                '+',
                Enumerable
                    .Range(0, operations.Count)
                    .Where(operation => Has(set, operation))
                    .Select(operation => operations[operation])
            );
            names.AddRange(OfSets.Select(feature => $"{feature} {allowed}"));
        }

        return names;
    }

    private static IEnumerable<double> Of(CellGraph graph, uint set)
    {
        var output = graph.Nodes - 1;
        var (shortest, longest) = Paths(graph, set);
        yield return shortest;
        yield return longest;
        yield return graph.Connections.Count(item => item.Target == output && HasOwn(set, item.Before));
        yield return graph.Connections.Count(item => item.Source == 0 && HasOwn(set, item.After));
        yield return graph.Connections.Count(item => HasOwn(set, item.Before)) / (double)graph.Nodes;
        yield return graph.Connections.Count(item => HasOwn(set, item.After)) / (double)graph.Nodes;
    }

    // Connections run from smaller to larger numbers and are sorted by target, so one look at each is enough.
    private static (int Shortest, int Longest) Paths(CellGraph graph, uint set)
    {
        var far = graph.Nodes + 1;
        var shortest = Enumerable.Repeat(far, graph.Nodes).ToArray();
        var longest = Enumerable.Repeat(-1, graph.Nodes).ToArray();
        (shortest[0], longest[0]) = (0, 0);
        foreach (var item in graph.Connections.Where(item => Passes(set, item) && longest[item.Source] >= 0))
        {
            shortest[item.Target] = Math.Min(shortest[item.Target], shortest[item.Source] + 1);
            longest[item.Target] = Math.Max(longest[item.Target], longest[item.Source] + 1);
        }

        // Between nodes that operate there is one connection more than operations.
        var between = graph.OperatesOnNodes ? 1 : 0;
        return (shortest[^1], Math.Max(0, longest[^1] - between));
    }

    private static bool Passes(uint set, CellConnection connection) =>
        (connection.Before is not { } before || Has(set, before))
        && (connection.After is not { } after || Has(set, after));

    private static bool HasOwn(uint set, int? operation) => operation is { } own && Has(set, own);

    private static bool Has(uint set, int operation) => (set & (1u << operation)) != 0;
}
