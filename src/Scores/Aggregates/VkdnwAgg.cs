namespace ZcBench.Scores.Aggregates;

/// <summary>VKDNW_agg: VKDNW_single and four other proxies, log ranks added.</summary>
internal sealed class VkdnwAgg : IAggregate
{
    /// <inheritdoc/>
    public ProxyInfo Info { get; } =
        new()
        {
            Id = "vkdnw_agg",
            Title = "VKDNW_agg, log-rank sum of VKDNW_single and four proxies",
            Formula =
                "Σ log(rank / m) over vkdnw_single, jacob_cov, az_expressivity, az_trainability and flops, "
                + "m architectures ranked",
            Paper = new(
                "Týbl and Neumann",
                "Training-free Neural Architecture Search "
                    + "through Variance of Knowledge of Deep Network Weights",
                "CVPR 2025",
                "https://arxiv.org/abs/2502.04975"
            ),
            Reference = "the paper's formula; its members have references of their own",
            Direction = Direction.HigherIsBetter,
            Input = InputKind.Minibatch,
            Init = InitKind.Default,
            BatchNorm = "as its members",
            Layers = "as its members",
            LabelBudget = LabelBudget.Images,
            Version = 1,
            Cost = "none beside its members",
            Notes =
                "Ranks as in az_nas, whose sum it takes over: ascending from the worst, ties averaged, "
                + "undefined members sharing the worst rank. It depends on the set that is ranked.",
        };

    /// <inheritdoc/>
    public IReadOnlyList<string> Members { get; } =
    ["vkdnw_single", "jacob_cov", "az_expressivity", "az_trainability", "flops"];

    /// <inheritdoc/>
    public IReadOnlyList<Score> Combine(IReadOnlyList<ScoreColumn> members) =>
        RankSum.Of(members, rank => Math.Log(rank / members[0].Scores.Count));
}
