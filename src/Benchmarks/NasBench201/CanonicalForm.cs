using System.Collections.Immutable;

namespace ZcBench.Benchmarks.NasBench201;

/// <summary>
/// Texts by which cells are told apart. <see cref="Of"/> is the function of the input: an edge "none" adds
/// nothing, "skip_connect" passes the terms of its source on, a sum does not depend on the order or the
/// nesting of its terms, poolings of one value are one value, and every convolution edge has weights of its
/// own. Dead branches vanish with these rules.
/// </summary>
/// <remarks>
/// Over the 15,625 cells <see cref="Of"/> takes 5,260 values: 5,259 functions of the input and zero.
/// <see cref="AsTree"/> takes 4,930: it forgets which convolutions share an output, so that one convolution
/// read twice looks like two. The NAS-Bench-201 paper counts 6,466 topologies, because its code
/// (<see cref="AsPublished"/>) forgets the same, leaves zero terms standing and does not sort sums inside
/// sums.
/// </remarks>
internal static class CanonicalForm
{
    private const string Zero = "#";

    /// <summary>
    /// A text that two cells share exactly when the rules make them the same function of their input for some
    /// renaming of their convolutions; "#" when the output is zero.
    /// </summary>
    public static string Of(Cell cell)
    {
        var convolutions = Edge.All.Where(edge => cell[edge].Kernel() > 0 && cell.IsLive(edge)).ToList();
        var alike = convolutions
            .GroupBy(edge => cell[edge].Name() + Node(cell, edge.Source, _ => ""), StringComparer.Ordinal)
            .Where(group => group.Count() > 1)
            .Select(group => group.ToArray())
            .ToArray();

        // Only convolutions that look alike as trees can be exchanged: the least text over their orders.
        return Numberings(alike, 0, [])
            .Select(numbers =>
                Node(
                    cell,
                    Edge.Nodes - 1,
                    edge => numbers.TryGetValue(edge, out var number) ? $"{number}" : ""
                )
            )
            .Min(StringComparer.Ordinal)!;
    }

    /// <summary>The same without a mark on convolutions: the cell unfolded into a tree.</summary>
    public static string AsTree(Cell cell) => Node(cell, Edge.Nodes - 1, _ => "");

    /// <summary>The text by which the benchmark's own code tells topologies apart.</summary>
    public static string AsPublished(Cell cell)
    {
        var nodes = new string[Edge.Nodes];
        nodes[0] = "0";
        for (var target = 1; target < Edge.Nodes; target++)
        {
            nodes[target] = string.Join(
                '+',
                Enumerable
                    .Range(0, target)
                    .Select(source => Published(cell[new(source, target)], nodes[source]))
                    .Order(StringComparer.Ordinal)
            );
        }

        return nodes[^1];
    }

    private static IEnumerable<ImmutableDictionary<Edge, int>> Numberings(
        Edge[][] alike,
        int from,
        ImmutableDictionary<Edge, int> numbers
    )
    {
        if (from == alike.Length)
        {
            return [numbers];
        }

        return Orders(alike[from])
            .SelectMany(order =>
                Numberings(
                    alike,
                    from + 1,
                    numbers.AddRange(order.Select((edge, i) => KeyValuePair.Create(edge, i)))
                )
            );
    }

    private static IEnumerable<IEnumerable<Edge>> Orders(IReadOnlyCollection<Edge> edges) =>
        edges.Count == 0
            ?
            [
                [],
            ]
            : edges.SelectMany(first =>
                Orders([.. edges.Where(edge => edge != first)]).Select(rest => rest.Prepend(first))
            );

    private static string Node(Cell cell, int node, Func<Edge, string> mark)
    {
        var terms = Terms(cell, node, mark).Order(StringComparer.Ordinal).ToList();
        return terms.Count == 0 ? Zero : string.Join('+', terms);
    }

    private static IEnumerable<string> Terms(Cell cell, int node, Func<Edge, string> mark) =>
        node == 0
            ? ["x"]
            : Edge
                .All.Where(edge => edge.Target == node && cell.IsFed(edge))
                .SelectMany(edge =>
                    cell[edge] == EdgeOperation.SkipConnect
                        ? Terms(cell, edge.Source, mark)
                        : [$"{cell[edge].Name()}{mark(edge)}({Node(cell, edge.Source, mark)})"]
                );

    private static string Published(EdgeOperation operation, string source) =>
        operation switch
        {
            EdgeOperation.None => Zero,
            _ when source == Zero => Zero,
            EdgeOperation.SkipConnect => source,
            _ => $"({source})@{operation.Name()}",
        };
}
