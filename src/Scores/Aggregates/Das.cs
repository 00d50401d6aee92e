namespace ZcBench.Scores.Aggregates;

/// <summary>
/// Our reading of DAS: the two atoms of WOT ranked apart over the scored set and the ranks added, so that
/// neither the batch size nor a weight decides how they balance.
/// </summary>
public sealed class Das : IAggregate
{
    /// <inheritdoc/>
    public ProxyInfo Info { get; } =
        new()
        {
            Id = "das",
            Title = "rank sum of WOT's two atoms",
            Formula = "rank(log N_A) + rank(log|det K̂|/N) over the scored set",
            Paper = new(
                "Liu, Li, Sun and Liu",
                "DAS: Neural Architecture Search via Distinguishing Activation Score",
                "2022",
                "https://arxiv.org/abs/2212.12132"
            ),
            Reference = "none: the paper's own combination rule could not be consulted",
            Direction = Direction.HigherIsBetter,
            Input = InputKind.Minibatch,
            Init = InitKind.Default,
            BatchNorm = "as its members",
            Layers = "as its members",
            LabelBudget = LabelBudget.Images,
            Version = 1,
            Cost = "none beside its members",
            Notes =
                "Only the paper's abstract was at hand; this is our reading of 'decouple, then combine', "
                + "not its rule. It depends on the set that is ranked.",
        };

    /// <inheritdoc/>
    public IReadOnlyList<string> Members { get; } = ["das_units", "das_distinct"];

    /// <inheritdoc/>
    public IReadOnlyList<Score> Combine(IReadOnlyList<ScoreColumn> members) =>
        RankSum.Of(members, rank => rank);
}
