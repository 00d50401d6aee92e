using ZcBench.Benchmarks.Blueprints;

namespace ZcBench.Supernets.Dependency;

/// <summary>
/// What a correlation matrix Σ of logits says about pairs of edges. A shift that an edge's logits have in
/// common changes nothing, so blocks are centred first: C_ef = P Σ_ef P with P = I − J/K.
/// </summary>
internal sealed class EdgeDependencies
{
    private readonly double[,] _correlation;
    private readonly int _operations;

    private EdgeDependencies(double[,] correlation, int operations)
    {
        _correlation = correlation;
        _operations = operations;
        Edges = correlation.GetLength(0) / operations;
    }

    /// <summary>Number of edges.</summary>
    public int Edges { get; }

    /// <summary>Of Σ = LLᵀ.</summary>
    public static EdgeDependencies Of(double[,] factor, int operations)
    {
        var size = factor.GetLength(0);
        var correlation = new double[size, size];
        for (var i = 0; i < size; i++)
        {
            for (var j = 0; j < size; j++)
            {
                for (var k = 0; k <= Math.Min(i, j); k++)
                {
                    correlation[i, j] += factor[i, k] * factor[j, k];
                }
            }
        }

        return new(correlation, operations);
    }

    /// <summary>
    /// D_ef = ‖C_ef‖/√(‖C_ee‖‖C_ff‖), Frobenius norms: 1 on the diagonal, 0 for independent edges.
    /// </summary>
    public double Centred(int first, int second) =>
        Norm(Block(first, second)) / Math.Sqrt(Norm(Block(first, first)) * Norm(Block(second, second)));

    /// <summary>‖Σ_ef‖/K: the root of the mean square of the raw correlations.</summary>
    public double Raw(int first, int second)
    {
        var sum = 0.0;
        for (var i = 0; i < _operations; i++)
        {
            for (var j = 0; j < _operations; j++)
            {
                var value = _correlation[first * _operations + i, second * _operations + j];
                sum += value * value;
            }
        }

        return Math.Sqrt(sum) / _operations;
    }

    /// <summary>The correlation of two centred logits of two edges, from −1 to 1.</summary>
    public double Correlation(EdgeChoice first, EdgeChoice second) =>
        Block(first.Edge, second.Edge)[first.Operation, second.Operation]
        / Math.Sqrt(
            Block(first.Edge, first.Edge)[first.Operation, first.Operation]
                * Block(second.Edge, second.Edge)[second.Operation, second.Operation]
        );

    /// <summary>All pairs of operations on two edges, the most correlated first.</summary>
    public IReadOnlyList<(EdgeChoice First, EdgeChoice Second, double Correlation)> Pairs() =>
        [
            .. Choices()
                .SelectMany(first =>
                    Choices()
                        .Where(second => second.Edge > first.Edge)
                        .Select(second => (first, second, Correlation(first, second)))
                )
                .OrderByDescending(pair => pair.Item3),
        ];

    private IEnumerable<EdgeChoice> Choices() =>
        Enumerable
            .Range(0, Edges * _operations)
            .Select(i => new EdgeChoice(i / _operations, i % _operations));

    private double[,] Block(int first, int second)
    {
        var block = new double[_operations, _operations];
        var (rows, columns, all) = (new double[_operations], new double[_operations], 0.0);
        for (var i = 0; i < _operations; i++)
        {
            for (var j = 0; j < _operations; j++)
            {
                block[i, j] = _correlation[first * _operations + i, second * _operations + j];
                rows[i] += block[i, j] / _operations;
                columns[j] += block[i, j] / _operations;
                all += block[i, j] / (_operations * _operations);
            }
        }

        for (var i = 0; i < _operations; i++)
        {
            for (var j = 0; j < _operations; j++)
            {
                block[i, j] += all - rows[i] - columns[j];
            }
        }

        return block;
    }

    private static double Norm(double[,] block) =>
        Math.Sqrt(block.Cast<double>().Sum(value => value * value));
}
