namespace ZcBench.Statistics.Across;

/// <summary>
/// The ranks of k methods within each of N blocks: 1 for the highest number, tied methods share the mean of
/// their ranks. Every method has a number in every block.
/// </summary>
public sealed class BlockRanks
{
    private readonly Ranks[] _ranks;

    private BlockRanks(Ranks[] ranks)
    {
        _ranks = ranks;
        Methods = ranks[0].Count;
        Means = [.. Enumerable.Range(0, Methods).Select(Mean)];
    }

    /// <summary>N.</summary>
    public int Blocks => _ranks.Length;

    /// <summary>k.</summary>
    public int Methods { get; }

    /// <summary>R̄ⱼ = Σᵢ rᵢⱼ / N for each method.</summary>
    public IReadOnlyList<double> Means { get; }

    /// <summary>Ranks methods by numbers of which higher ones are better.</summary>
    /// <param name="blocks">One row a block, one number a method.</param>
    /// <exception cref="ArgumentException">
    /// There is no block, a block lacks a method, or a number is NaN.
    /// </exception>
    public static BlockRanks Of(IReadOnlyList<double[]> blocks)
    {
        ArgumentNullException.ThrowIfNull(blocks);
        if (blocks.Count == 0 || blocks[0].Length == 0)
        {
            throw new ArgumentException("there are no numbers to rank; give at least one", nameof(blocks));
        }

        if (blocks.FirstOrDefault(block => block.Length != blocks[0].Length) is { } other)
        {
            throw new ArgumentException(
                $"a block has {other.Length} methods and another {blocks[0].Length}; "
                    + "leave out methods that a block lacks",
                nameof(blocks)
            );
        }

        return new([.. blocks.Select(block => Ranks.Of(block))]);
    }

    /// <summary>rᵢⱼ, the rank of a method in a block.</summary>
    public double Rank(int block, int method) => Methods + 1 - _ranks[block].Average(method);

    /// <summary>t³ − t summed over the tie groups of t methods in all blocks.</summary>
    public double TieTerm =>
        _ranks.Sum(ranks =>
            Enumerable
                .Range(0, ranks.Distinct)
                .Select(group => (double)ranks.Size(group))
                .Sum(size => size * size * size - size)
        );

    /// <summary>Whether all blocks have the same ranks, ties included.</summary>
    public bool AllAlike => Array.TrueForAll(_ranks, ranks => ranks.IsSameAs(_ranks[0]));

    /// <summary>Sizes of the tie groups of a block, single methods included.</summary>
    internal IEnumerable<int> TieSizes(int block) =>
        Enumerable.Range(0, _ranks[block].Distinct).Select(_ranks[block].Size);

    private double Mean(int method) => Enumerable.Range(0, Blocks).Sum(block => Rank(block, method)) / Blocks;
}
