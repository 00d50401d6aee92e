namespace ZcBench.Search.Queries;

/// <summary>
/// The only way a search learns how well an architecture trains: its validation accuracy after the fewest
/// epochs that the table has, for the price of that training.
/// </summary>
public interface IValidationOracle
{
    /// <summary>Trainings that may still be asked for.</summary>
    int QueriesLeft { get; }

    /// <summary>Everything asked so far, in order.</summary>
    IReadOnlyList<Query> Log { get; }

    /// <summary>Whether the architecture was asked for before: asking again costs nothing.</summary>
    bool IsKnown(int architecture);

    /// <summary>Validation accuracy; null where the budget does not allow it.</summary>
    double? Ask(int architecture);
}
