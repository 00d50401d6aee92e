namespace ZcBench.Benchmarks.NasBench201;

/// <summary>
/// A text that two cells share exactly when the rules below make them the same function of their input, whatever
/// the weights: an edge "none" adds nothing, "skip_connect" passes the terms of its source on, and a sum does not
/// depend on the order or the nesting of its terms. Dead branches vanish with these rules.
/// </summary>
/// <remarks>
/// Over the 15,625 cells it takes 4,930 values: 4,929 functions of the input and zero. The NAS-Bench-201 paper
/// counts 6,466 distinct topologies, because its code (<see cref="AsPublished"/>) leaves zero terms standing and
/// does not sort sums inside sums, so that "a + 0" differs from "a" and "(b + c) + a" from "a + b + c".
/// </remarks>
public static class CanonicalForm
{
    private const string Zero = "#";

    /// <summary>The canonical form of a cell's output; "#" when it is zero.</summary>
    public static string Of(Cell cell)
    {
        var nodes = new List<string>[Edge.Nodes];
        nodes[0] = ["x"];
        for (var target = 1; target < Edge.Nodes; target++)
        {
            nodes[target] = [.. Enumerable.Range(0, target)
                .SelectMany(source => Terms(cell[new(source, target)], nodes[source]))
                .Order(StringComparer.Ordinal)];
        }

        return Join(nodes[^1]);
    }

    /// <summary>The text by which the benchmark's own code tells topologies apart.</summary>
    public static string AsPublished(Cell cell)
    {
        var nodes = new string[Edge.Nodes];
        nodes[0] = "0";
        for (var target = 1; target < Edge.Nodes; target++)
        {
            nodes[target] = string.Join('+', Enumerable.Range(0, target)
                .Select(source => Published(cell[new(source, target)], nodes[source]))
                .Order(StringComparer.Ordinal));
        }

        return nodes[^1];
    }

    private static IEnumerable<string> Terms(EdgeOperation operation, List<string> source) => operation switch
    {
        EdgeOperation.None => [],
        _ when source.Count == 0 => [],
        EdgeOperation.SkipConnect => source,
        _ => [$"{operation.Name()}({Join(source)})"],
    };

    private static string Join(List<string> terms) => terms.Count == 0 ? Zero : string.Join('+', terms);

    private static string Published(EdgeOperation operation, string source) => operation switch
    {
        EdgeOperation.None => Zero,
        _ when source == Zero => Zero,
        EdgeOperation.SkipConnect => source,
        _ => $"({source})@{operation.Name()}",
    };
}
