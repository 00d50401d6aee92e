namespace ZcBench.Benchmarks.NasBench201;

/// <summary>
/// NASLib's key of a cell, "(4, 0, 3, 1, 4, 3)": a number for the operation of each edge, the edges by
/// source, then by target.
/// </summary>
internal static class NasLibCode
{
    private static readonly EdgeOperation[] Operations =
    [
        EdgeOperation.SkipConnect,
        EdgeOperation.None,
        EdgeOperation.Conv3x3,
        EdgeOperation.Conv1x1,
        EdgeOperation.AvgPool3x3,
    ];

    private static readonly Edge[] Edges =
    [
        .. Edge.All.OrderBy(edge => edge.Source).ThenBy(edge => edge.Target),
    ];

    /// <summary>The key of a cell.</summary>
    public static string Format(Cell cell) =>
        $"({string.Join(", ", Edges.Select(edge => Array.IndexOf(Operations, cell[edge])))})";

    /// <summary>The cell of a key.</summary>
    /// <exception cref="UserError">The key is not six numbers from 0 to 4.</exception>
    public static Cell Parse(string key)
    {
        var parts =
            key.Length > 2 && key[0] is '(' or '[' && key[^1] is ')' or ']'
                ? key[1..^1].Split(',', StringSplitOptions.TrimEntries)
                : [];
        if (parts.Length != Edges.Length || parts.Any(part => part is not [>= '0' and <= '4']))
        {
            throw new UserError(
                $"'{key}' is not a key of a NAS-Bench-201 cell; six numbers from 0 to 4 were expected, "
                    + "as in (4, 0, 3, 1, 4, 3)"
            );
        }

        var operations = new EdgeOperation[Edges.Length];
        for (var i = 0; i < parts.Length; i++)
        {
            operations[Edges[i].Index] = Operations[parts[i][0] - '0'];
        }

        return new([.. operations]);
    }
}
