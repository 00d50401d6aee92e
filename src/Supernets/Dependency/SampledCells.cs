using ZcBench.Benchmarks.Blueprints;
using ZcBench.Supernets.Network;

namespace ZcBench.Supernets.Dependency;

/// <summary>
/// Cells drawn from correlated logits, the largest live logit of each edge taken, and how often operations
/// were drawn alone and together.
/// </summary>
internal sealed class SampledCells
{
    private readonly int _operations;
    private readonly int[,] _together;
    private readonly List<(int[] Cell, int Count)> _byCount;

    private SampledCells(IReadOnlyList<int[]> cells, int operations)
    {
        _operations = operations;
        Edges = cells[0].Length;
        Samples = cells.Count;
        _together = new int[Edges * operations, Edges * operations];
        foreach (var cell in cells)
        {
            for (var first = 0; first < cell.Length; first++)
            {
                for (var second = 0; second < cell.Length; second++)
                {
                    _together[first * operations + cell[first], second * operations + cell[second]]++;
                }
            }
        }

        _byCount =
        [
            .. cells
                .GroupBy(
                    cell => string.Join(',', cell.Select(item => (char)('a' + item))),
                    StringComparer.Ordinal
                )
                .OrderByDescending(group => group.Count())
                .ThenBy(group => group.Key, StringComparer.Ordinal)
                .Select(group => (group.First(), group.Count())),
        ];
    }

    /// <summary>Number of cells drawn.</summary>
    public int Samples { get; }

    /// <summary>Number of edges of a cell.</summary>
    public int Edges { get; }

    /// <summary>Draws cells.</summary>
    /// <param name="mean">µ, edge by edge.</param>
    /// <param name="factor">L.</param>
    /// <param name="live">What may be drawn.</param>
    /// <param name="samples">How many.</param>
    /// <param name="noise">Element i of a standard normal stream; sample s takes K from s·K on.</param>
    public static SampledCells Draw(
        double[] mean,
        double[,] factor,
        LiveOperations live,
        int samples,
        Func<long, double> noise
    )
    {
        var cells = new int[samples][];
        var (logits, drawn) = (new double[mean.Length], new double[mean.Length]);
        for (var sample = 0; sample < samples; sample++)
        {
            for (var i = 0; i < drawn.Length; i++)
            {
                drawn[i] = noise((long)sample * drawn.Length + i);
            }

            for (var i = 0; i < logits.Length; i++)
            {
                logits[i] = mean[i];
                for (var j = 0; j <= i; j++)
                {
                    logits[i] += factor[i, j] * drawn[j];
                }
            }

            cells[sample] =
            [
                .. Enumerable
                    .Range(0, live.Edges)
                    .Select(edge =>
                        live.Of(edge).MaxBy(operation => logits[edge * live.Operations + operation])
                    ),
            ];
        }

        return new(cells, live.Operations);
    }

    /// <summary>How often an edge took an operation.</summary>
    public int Count(EdgeChoice choice) => Count(choice, choice);

    /// <summary>How often two edges took two operations together.</summary>
    public int Count(EdgeChoice first, EdgeChoice second) =>
        _together[first.Edge * _operations + first.Operation, second.Edge * _operations + second.Operation];

    /// <summary>The cells drawn most often, and how often.</summary>
    public IEnumerable<(IReadOnlyList<int> Cell, int Count)> MostFrequent(int count) =>
        _byCount.Take(count).Select(item => ((IReadOnlyList<int>)item.Cell, item.Count));

    /// <summary>
    /// U(e, o): the largest share that an operation has among the cells in which another edge took one of the
    /// operations that it takes in at least a tenth of all cells.
    /// </summary>
    public double BestShare(EdgeChoice choice) =>
        Enumerable
            .Range(0, Edges)
            .Where(edge => edge != choice.Edge)
            .SelectMany(edge =>
                Enumerable.Range(0, _operations).Select(operation => new EdgeChoice(edge, operation))
            )
            .Where(company => Count(company) >= Samples / 10.0)
            .Select(company => (double)Count(choice, company) / Count(company))
            .DefaultIfEmpty(0)
            .Max();

    /// <summary>
    /// Live operations that are rare whatever another edge takes: U below a bound, the most frequent
    /// operation of an edge never among them.
    /// </summary>
    public IReadOnlyList<EdgeChoice> Rare(LiveOperations live, double bound) =>
        [.. live.Choices.Where(choice => !IsMostFrequent(choice, live) && BestShare(choice) < bound)];

    /// <summary>
    /// Pairs of operations on two edges by S·n(a, b) − n(a)·n(b), largest first: how much more often they
    /// come together than alone.
    /// </summary>
    public IReadOnlyList<Motif> Motifs(LiveOperations live) =>
        [
            .. live
                .Choices.SelectMany(first =>
                    live.Choices.Where(second => second.Edge > first.Edge)
                        .Select(second => new Motif(
                            first,
                            second,
                            (long)Samples * Count(first, second) - (long)Count(first) * Count(second),
                            Count(first, second)
                        ))
                )
                .OrderByDescending(motif => motif.Lift),
        ];

    private bool IsMostFrequent(EdgeChoice choice, LiveOperations live) =>
        live.Of(choice.Edge).MaxBy(operation => Count(new(choice.Edge, operation))) == choice.Operation;
}
