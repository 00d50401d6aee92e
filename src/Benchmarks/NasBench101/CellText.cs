using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace ZcBench.Benchmarks.NasBench101;

/// <summary>
/// The one-line form of a cell: for each vertex after the input its operation and the vertices it reads, as
/// in "c3:0/c1:0/mp:0/c3:0/c3:4/out:1+2+3+5". Vertex 0 is the input; c3 is a 3x3 and c1 a 1x1 convolution, mp
/// is 3x3 max pooling, out the output.
/// </summary>
internal static class CellText
{
    private const string OutputName = "out";
    private const char Source = ':',
        Plus = '+',
        Next = '/';

    /// <summary>The text of a cell.</summary>
    public static string Format(Cell cell)
    {
        var text = new StringBuilder();
        for (var vertex = 1; vertex < cell.Vertices; vertex++)
        {
            text.Append(vertex == cell.Output ? OutputName : cell[vertex].ShortName());
            var separator = Source;
            for (var source = 0; source < vertex; source++)
            {
                if (cell.HasEdge(source, vertex))
                {
                    text.Append(separator).Append((char)('0' + source));
                    separator = Plus;
                }
            }

            if (separator == Source)
            {
                text.Append(Source);
            }

            if (vertex < cell.Output)
            {
                text.Append(Next);
            }
        }

        return text.ToString();
    }

    /// <summary>
    /// The cell of a text, not pruned; a malformed one is refused with the position of the first fault.
    /// </summary>
    public static Cell Parse(string text)
    {
        var position = 0;
        var operations = ImmutableArray.CreateBuilder<VertexOperation>();
        var edges = 0u;
        for (var vertex = 1; ; vertex++)
        {
            var isOutput = Operation();
            if (!isOutput && vertex > Cell.MaxVertices - 2)
            {
                throw Fault(
                    $"vertex {vertex} must be '{OutputName}', a cell has at most {Cell.MaxVertices} vertices"
                );
            }

            Sources(vertex);
            if (isOutput)
            {
                return position == text.Length
                    ? new(edges, operations.ToImmutable())
                    : throw Fault($"the text should end here, but '{text[position..]}' follows");
            }

            Expect(Next);
        }

        bool Operation()
        {
            var rest = text.AsSpan(position);
            var end = rest.IndexOf(Source);
            var name = end < 0 ? rest : rest[..end];
            if (name.SequenceEqual(OutputName))
            {
                position += name.Length;
                return true;
            }

            operations.Add(
                VertexOperations.FromShortName(name)
                    ?? throw Fault(
                        $"operation '{name}' is unknown (known: "
                            + $"{string.Join(", ", VertexOperations.All.Select(item => item.ShortName()))}, "
                            + $"and {OutputName} for the last vertex)"
                    )
            );
            position += name.Length;
            return false;
        }

        void Sources(int vertex)
        {
            Expect(Source);
            var last = -1;
            while (position < text.Length && text[position] != Next)
            {
                if (last >= 0)
                {
                    Expect(Plus);
                }

                var source = position < text.Length ? text[position] - '0' : -1;
                if (source <= last || source >= vertex)
                {
                    throw Fault(
                        last == vertex - 1
                            ? $"'{Next}' or the end expected, vertices are named in increasing order"
                            : string.Create(
                                CultureInfo.InvariantCulture,
                                $"a vertex from {last + 1} to {vertex - 1} expected"
                            )
                    );
                }

                edges |= Cell.EdgeBit(source, vertex);
                last = source;
                position++;
            }
        }

        void Expect(char expected)
        {
            if (position >= text.Length || text[position] != expected)
            {
                throw Fault($"'{expected}' expected");
            }

            position++;
        }

        UserError Fault(string what) =>
            new(
                $"'{text}' is not a NAS-Bench-101 architecture: at character {position + 1} {what}; "
                    + "the form is op:sources/op:sources/out:sources as in c3:0/c1:0+1/out:1+2, "
                    + "or the JSON of matrix and ops"
            );
    }
}
