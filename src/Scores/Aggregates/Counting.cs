namespace ZcBench.Scores.Aggregates;

/// <summary>
/// The strongest count: three integers of the graph, their ranks added. No network runs and no weight is
/// drawn, so what a proxy gains over it is what the network adds.
/// </summary>
internal sealed class Counting : IAggregate
{
    /// <inheritdoc/>
    public ProxyInfo Info { get; } =
        new()
        {
            Id = "counting",
            Title = "rank sum of three counts of the graph",
            Formula = "rank(live_flops) + rank(live_convs) + rank(−live_pools) over the scored set",
            Paper = new(
                "The zcbench authors",
                "zcbench: zero-cost proxies and how far they can be trusted",
                "2026",
                "docs/statistics.md"
            ),
            Reference = "own",
            Direction = Direction.HigherIsBetter,
            Input = InputKind.None,
            Init = InitKind.None,
            BatchNorm = "none",
            Layers = "as its members",
            LabelBudget = LabelBudget.TunedOnAccuracies,
            Version = 1,
            Cost = "no pass",
            Notes =
                "A counting baseline. Which counts are added, and with what sign, "
                + "was chosen after seeing the accuracies of the benchmark: label budget 4. "
                + "On NAS-Bench-101 the three are conv3x3_count, conv_depth and input_out_degree. "
                + "It depends on the set that is ranked.",
        };

    /// <inheritdoc/>
    public IReadOnlyList<string> Members { get; } = ["live_convs", "live_flops", "live_pools"];

    /// <inheritdoc/>
    public IReadOnlyList<string> MembersIn(string space) =>
        space == "nasbench101" ? ["conv3x3_count", "conv_depth", "input_out_degree"] : Members;

    /// <inheritdoc/>
    public IReadOnlyList<Score> Combine(IReadOnlyList<ScoreColumn> members) =>
        RankSum.Of(members, rank => rank);
}
