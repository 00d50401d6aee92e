using System.Globalization;

namespace ZcBench.Benchmarks.Darts;

/// <summary>
/// The texts of an architecture: ours, DARTS's genotype, and NASLib's compact lists of numbers.
/// </summary>
internal static class GenotypeText
{
    /// <summary>What ours starts with.</summary>
    public const string Start = "normal:";

    /// <summary>What is between its cells.</summary>
    public const string Middle = ":reduce:";

    private const char BetweenNodes = '/';
    private const char BetweenEdges = '+';
    private const char BeforeSource = '~';

    /// <summary>
    /// Ours: "normal:op~input+op~input/…/…/…:reduce:…", an operation and what it reads for each edge, the
    /// nodes in order.
    /// </summary>
    public static string Format(Genotype genotype) =>
        $"{Start}{Format(genotype.Normal)}{Middle}{Format(genotype.Reduce)}";

    /// <summary>NASLib's: a list for each cell of (input, number of the operation).</summary>
    public static string FormatNumbers(Genotype genotype) =>
        $"[{Numbers(genotype.Normal)}, {Numbers(genotype.Reduce)}]";

    /// <summary>Reads any of the three.</summary>
    /// <exception cref="UserError">It is none of them, or malformed; the sentence says where.</exception>
    public static Genotype Parse(string text)
    {
        var faults = new GenotypeFaults(text);
        return text switch
        {
            ['n' or 'N', ..] => ParseOwn(text, faults),
            ['(' or '[', ..] => GenotypeLiterals.OfNumbers(new LiteralReader(text, faults).Read(), faults),
            ['G' or 'g' or '{', ..] => GenotypeLiterals.OfNames(
                new LiteralReader(text, faults).Read(),
                faults
            ),
            _ => throw faults.At(0, "none of its forms starts so; check --space"),
        };
    }

    private static string Format(Cell cell) =>
        string.Join(
            BetweenNodes,
            cell.Edges.Chunk(Cell.EdgesOfNode)
                .Select(pair =>
                    string.Join(
                        BetweenEdges,
                        pair.Select(edge => $"{edge.Operation.Name()}{BeforeSource}{edge.Source}")
                    )
                )
        );

    private static string Numbers(Cell cell) =>
        $"[{string.Join(", ", cell.Edges.Select(edge => $"({edge.Source}, {(int)edge.Operation})"))}]";

    private static Genotype ParseOwn(string text, GenotypeFaults faults)
    {
        if (!text.StartsWith(Start, StringComparison.Ordinal))
        {
            throw faults.At(0, $"'{Start}' was expected");
        }

        var middle = text.IndexOf(Middle, StringComparison.Ordinal);
        return middle < 0
            ? throw faults.At(text.Length, $"'{Middle}' and the nodes of the reduction cell are missing")
            : new(
                OwnCell("normal", text[..middle], Start.Length, faults),
                OwnCell("reduce", text, middle + Middle.Length, faults)
            );
    }

    private static Cell OwnCell(string name, string text, int at, GenotypeFaults faults)
    {
        var nodes = text[at..].Split(BetweenNodes);
        if (nodes.Length != Cell.Nodes)
        {
            throw faults.At(
                at,
                $"the cell '{name}' has {Count(nodes.Length, "node")} and four were expected, "
                    + $"with '{BetweenNodes}' between them"
            );
        }

        var edges = new EdgeReader(name, faults);
        foreach (var (index, node) in nodes.Index())
        {
            var pair = node.Split(BetweenEdges);
            if (pair.Length != Cell.EdgesOfNode)
            {
                throw faults.At(
                    at,
                    $"node {Cell.Inputs + index} of the cell '{name}' has {Count(pair.Length, "edge")} "
                        + "and two were expected, "
                        + $"as in sep_conv_3x3{BeforeSource}0{BetweenEdges}skip_connect{BeforeSource}1"
                );
            }

            foreach (var edge in pair)
            {
                var parts = edge.Split(BeforeSource);
                if (
                    parts.Length != 2
                    || !int.TryParse(
                        parts[1],
                        NumberStyles.None,
                        CultureInfo.InvariantCulture,
                        out var source
                    )
                )
                {
                    throw faults.At(
                        at,
                        $"'{edge}' was found where an operation and its input were expected, "
                            + $"as in sep_conv_3x3{BeforeSource}0"
                    );
                }

                edges.Add(parts[0], at, source, at + parts[0].Length + 1);
                at += edge.Length + 1;
            }
        }

        return edges.Cell();
    }

    private static string Count(int count, string noun) => $"{count} {noun}{(count == 1 ? "" : "s")}";
}
