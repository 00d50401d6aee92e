using System.Collections.Immutable;

namespace ZcBench.Benchmarks.NasBench101;

/// <summary>How a cell's channels are shared out among its vertices.</summary>
internal static class VertexChannels
{
    /// <summary>
    /// Channels of each vertex's value. The c_out channels of the output are split evenly over the d interior
    /// vertices that feed it, ⌊c_out/d⌋ each and one more for the first c_out mod d of them; going backwards,
    /// every other interior vertex takes the most that an interior vertex reading it has. The input has c_in.
    /// </summary>
    /// <param name="cell">A pruned cell.</param>
    /// <param name="input">c_in, channels of the cell's input.</param>
    /// <param name="output">c_out, channels of its output.</param>
    public static ImmutableArray<int> Of(Cell cell, int input, int output)
    {
        var channels = new int[cell.Vertices];
        channels[0] = input;
        channels[cell.Output] = output;
        var feeding = cell.Sources(cell.Output).Where(vertex => vertex > 0).ToList();
        foreach (var (place, vertex) in feeding.Index())
        {
            channels[vertex] = output / feeding.Count + (place < output % feeding.Count ? 1 : 0);
        }

        for (var vertex = cell.Output - 1; vertex > 0; vertex--)
        {
            if (!cell.HasEdge(vertex, cell.Output))
            {
                channels[vertex] = cell.Targets(vertex).Max(target => channels[target]);
            }
        }

        return [.. channels];
    }
}
