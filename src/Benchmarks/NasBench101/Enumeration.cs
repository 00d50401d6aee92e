using System.Numerics;

namespace ZcBench.Benchmarks.NasBench101;

/// <summary>
/// All cells of the benchmark, each once: graphs of 2 to 7 vertices and at most 9 edges in which every vertex
/// lies on a path from input to output, equal ones (by the refinement of <see cref="GraphHash"/>) being taken
/// at their first sight.
/// </summary>
/// <remarks>
/// Numberings are gone through in the benchmark's order: by vertices, then by edges as a binary number
/// (<see cref="Cell.EdgeBit"/>), then by operations, the last vertex's varying fastest. To go through 1.3
/// million numberings within a second, MD5 is replaced by a mixing of 64 bits; that two of the cells share
/// such a number by chance has a probability of about 10⁻⁸.
/// </remarks>
internal static class Enumeration
{
    /// <summary>The cells in the order of their first sight.</summary>
    public static IEnumerable<Cell> Distinct()
    {
        var seen = new HashSet<ulong>();
        for (var vertices = 2; vertices <= Cell.MaxVertices; vertices++)
        {
            var graphs = 1u << (vertices * (vertices - 1) / 2);
            var labels = (int)Math.Pow(VertexOperations.All.Count, vertices - 2);
            for (var edges = 0u; edges < graphs; edges++)
            {
                if (BitOperations.PopCount(edges) > Cell.MaxEdges || !IsWhole(edges, vertices))
                {
                    continue;
                }

                var graph = new Refinement(edges, vertices);
                for (var label = 0; label < labels; label++)
                {
                    if (seen.Add(graph.Fingerprint(label)))
                    {
                        yield return new(
                            edges,
                            [
                                .. Enumerable
                                    .Range(0, vertices - 2)
                                    .Select(i => (VertexOperation)Refinement.Digit(label, vertices - 3 - i)),
                            ]
                        );
                    }
                }
            }
        }
    }

    // Every vertex but the output is read, every vertex but the input reads: then each lies on a path.
    private static bool IsWhole(uint edges, int vertices)
    {
        for (var vertex = 0; vertex < vertices; vertex++)
        {
            var reads = vertex == 0;
            var isRead = vertex == vertices - 1;
            for (var other = 0; other < vertices; other++)
            {
                reads |= other < vertex && (edges & Cell.EdgeBit(other, vertex)) != 0;
                isRead |= other > vertex && (edges & Cell.EdgeBit(vertex, other)) != 0;
            }

            if (!reads || !isRead)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Colour refinement of one graph under any labelling of its interior vertices.</summary>
    private sealed class Refinement
    {
        private const ulong FromSource = 0x9E3779B97F4A7C15,
            FromTarget = 0xC2B2AE3D27D4EB4F;

        private readonly int _vertices;
        private readonly (int Source, int Target)[] _edges;
        private readonly ulong[] _degrees;
        private readonly ulong[] _colours;
        private readonly ulong[] _next;

        public Refinement(uint edges, int vertices)
        {
            _vertices = vertices;
            _edges =
            [
                .. from target in Enumerable.Range(1, vertices - 1)
                from source in Enumerable.Range(0, target)
                where (edges & Cell.EdgeBit(source, target)) != 0
                select (source, target),
            ];
            _degrees =
            [
                .. Enumerable
                    .Range(0, vertices)
                    .Select(vertex =>
                        (ulong)(
                            _edges.Count(edge => edge.Source == vertex) * 64
                            + _edges.Count(edge => edge.Target == vertex) * 8
                        )
                    ),
            ];
            _colours = new ulong[vertices];
            _next = new ulong[vertices];
        }

        /// <summary>Digit of a number in base 3, the lowest first.</summary>
        public static int Digit(int number, int place)
        {
            for (var i = 0; i < place; i++)
            {
                number /= 3;
            }

            return number % 3;
        }

        public ulong Fingerprint(int label)
        {
            _colours[0] = Mix(_degrees[0] + 3);
            _colours[_vertices - 1] = Mix(_degrees[_vertices - 1] + 4);
            for (var vertex = _vertices - 2; vertex > 0; vertex--, label /= 3)
            {
                _colours[vertex] = Mix(_degrees[vertex] + (ulong)(label % 3));
            }

            for (var round = 0; round < _vertices; round++)
            {
                Refine();
            }

            var sum = 0UL;
            foreach (var colour in _colours)
            {
                sum += Mix(colour);
            }

            return Mix(sum + (ulong)_vertices);
        }

        // Sums of mixed colours do not depend on the order of the neighbours.
        private void Refine()
        {
            for (var vertex = 0; vertex < _vertices; vertex++)
            {
                _next[vertex] = _colours[vertex];
            }

            foreach (var (source, target) in _edges)
            {
                _next[target] += Mix(_colours[source] ^ FromSource);
                _next[source] += Mix(_colours[target] ^ FromTarget);
            }

            for (var vertex = 0; vertex < _vertices; vertex++)
            {
                _colours[vertex] = Mix(_next[vertex]);
            }
        }

        private static ulong Mix(ulong value)
        {
            value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
            value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
            return value ^ (value >> 31);
        }
    }
}
