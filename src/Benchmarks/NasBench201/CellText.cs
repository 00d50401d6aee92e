using System.Collections.Immutable;

namespace ZcBench.Benchmarks.NasBench201;

/// <summary>
/// The benchmark's text form, "|op~0|+|op~0|op~1|+|op~0|op~1|op~2|": one group for each of the nodes 1 to 3,
/// one operation for each earlier node.
/// </summary>
internal static class CellText
{
    /// <summary>The text of a cell.</summary>
    public static string Format(Cell cell) =>
        string.Join(
            '+',
            Enumerable
                .Range(1, Edge.Nodes - 1)
                .Select(target =>
                    $"|{string.Concat(Enumerable.Range(0, target).Select(
            source => $"{cell[new(source, target)].Name()}~{source}|"))}"
                )
        );

    /// <summary>
    /// The cell of a text; a malformed one is refused with the position of the first fault.
    /// </summary>
    public static Cell Parse(string text)
    {
        var reader = new Reader(text);
        var operations = ImmutableArray.CreateBuilder<EdgeOperation>(Edge.All.Count);
        for (var target = 1; target < Edge.Nodes; target++)
        {
            reader.Expect(target == 1 ? "|" : "+|");
            for (var source = 0; source < target; source++)
            {
                operations.Add(reader.Operation());
                reader.Expect($"~{source}|");
            }
        }

        reader.End();
        return new Cell(operations.MoveToImmutable());
    }

    private sealed class Reader(string text)
    {
        private int _position;

        public void Expect(string expected)
        {
            if (!text.AsSpan(_position).StartsWith(expected, StringComparison.Ordinal))
            {
                throw Fault($"'{expected}' expected");
            }

            _position += expected.Length;
        }

        public EdgeOperation Operation()
        {
            var rest = text.AsSpan(_position);
            var end = rest.IndexOfAny('~', '|', '+');
            var name = end < 0 ? rest : rest[..end];
            var operation =
                EdgeOperations.FromName(name)
                ?? throw Fault(
                    $"operation '{name}' is unknown (known: {string.Join(", ", EdgeOperations.AllNames)})"
                );
            _position += name.Length;
            return operation;
        }

        public void End()
        {
            if (_position != text.Length)
            {
                throw Fault($"the text should end here, but '{text[_position..]}' follows");
            }
        }

        private UserError Fault(string what) =>
            new(
                $"'{text}' is not a NAS-Bench-201 architecture: at character {_position + 1} {what}; "
                    + "the form is |op~0|+|op~0|op~1|+|op~0|op~1|op~2|"
            );
    }
}
