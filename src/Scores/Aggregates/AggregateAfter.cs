namespace ZcBench.Scores.Aggregates;

/// <summary>An aggregate whose members look at trained networks: das@20.</summary>
internal sealed class AggregateAfter : IAggregate
{
    private readonly IAggregate _aggregate;
    private readonly TrainingBudget _budget;

    /// <summary>The aggregate after that training.</summary>
    public AggregateAfter(IAggregate aggregate, TrainingBudget budget)
    {
        _aggregate = aggregate;
        _budget = budget;
        Info = aggregate.Info.After(budget);
    }

    /// <inheritdoc/>
    public ProxyInfo Info { get; }

    /// <inheritdoc/>
    public IReadOnlyList<string> Members => [.. _aggregate.Members.Select(_budget.Of)];

    /// <inheritdoc/>
    public IReadOnlyList<string> MembersIn(string space) =>
        [.. _aggregate.MembersIn(space).Select(_budget.Of)];

    /// <summary>
    /// The sum of the members' costs, in which the training counts once: as much as the cheapest member
    /// costs.
    /// </summary>
    public double Milliseconds(IReadOnlyList<double> members) =>
        members.Sum() - (members.Count - 1) * members.Min();

    /// <inheritdoc/>
    public IReadOnlyList<Score> Combine(IReadOnlyList<ScoreColumn> members) => _aggregate.Combine(members);
}
