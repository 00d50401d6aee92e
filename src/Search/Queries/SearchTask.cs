using ZcBench.Benchmarks.Randomness;

namespace ZcBench.Search.Queries;

/// <summary>
/// All that a search gets to see. Candidates are numbers; there is a price on everything that tells them
/// apart, and no test accuracy can be reached from here.
/// </summary>
public sealed class SearchTask
{
    private readonly Lazy<Neighbourhood> _neighbours;

    internal SearchTask(
        int candidates,
        IReadOnlyList<int> pool,
        IValidationOracle validation,
        IScoreOracle scores,
        Lazy<Neighbourhood> neighbours
    )
    {
        Candidates = candidates;
        Pool = pool;
        Validation = validation;
        Scores = scores;
        _neighbours = neighbours;
    }

    /// <summary>Architectures that may be trained: 0, ..., this − 1.</summary>
    public int Candidates { get; }

    /// <summary>Those among them whose scores may be bought, in rising order.</summary>
    public IReadOnlyList<int> Pool { get; }

    /// <summary>Trains, for a price.</summary>
    public IValidationOracle Validation { get; }

    /// <summary>Scores, for a price.</summary>
    public IScoreOracle Scores { get; }

    /// <summary>Steps between candidates, for nothing.</summary>
    public Neighbourhood Neighbours => _neighbours.Value;

    /// <summary>
    /// Different members of the pool in the order drawn; all of them where no number is given.
    /// </summary>
    public int[] DrawFromPool(int? count, SequentialRandom random) =>
        [.. random.Distinct(Pool.Count, count ?? Pool.Count).Select(place => Pool[place])];
}
