namespace ZcBench.Search.Desk;

/// <summary>
/// All that a search gets to see. Candidates are numbers; there is a price on everything that tells them apart, and no test
/// accuracy can be reached from here.
/// </summary>
public sealed class SearchTask
{
    private readonly Lazy<Neighbourhood> _neighbours;

    internal SearchTask(int candidates, IValidationOracle validation, IScoreDesk scores, Lazy<Neighbourhood> neighbours)
    {
        Candidates = candidates;
        Validation = validation;
        Scores = scores;
        _neighbours = neighbours;
    }

    /// <summary>Architectures to choose from: 0, ..., this − 1.</summary>
    public int Candidates { get; }

    /// <summary>Trains, for a price.</summary>
    public IValidationOracle Validation { get; }

    /// <summary>Scores, for a price.</summary>
    public IScoreDesk Scores { get; }

    /// <summary>Steps between candidates, for nothing.</summary>
    public Neighbourhood Neighbours => _neighbours.Value;
}
