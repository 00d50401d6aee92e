namespace ZcBench.Scores.Aggregates;

/// <summary>AZ-NAS: its three computed proxies and the number of operations, log ranks added.</summary>
internal sealed class AzNas : IAggregate
{
    /// <inheritdoc/>
    public ProxyInfo Info { get; } =
        new()
        {
            Id = "az_nas",
            Title = "AZ-NAS, log-rank sum of its four proxies",
            Formula =
                "Σ log(rank / m) over expressivity, progressivity, trainability and flops, "
                + "m architectures ranked",
            Paper = new(
                "Lee and Ham",
                "AZ-NAS: Assembling Zero-Cost Proxies for Network Architecture Search",
                "CVPR 2024",
                "https://arxiv.org/abs/2403.19232"
            ),
            Reference = "cvlab-yonsei/AZ-NAS, its notebook for NAS-Bench-201",
            Direction = Direction.HigherIsBetter,
            Input = InputKind.Noise,
            Init = InitKind.KaimingNormal,
            BatchNorm = "as its members",
            Layers = "as its members",
            LabelBudget = LabelBudget.Noise,
            Version = 1,
            Cost = "none beside its members",
            Notes =
                "Ranks ascend from the worst, ties averaged; undefined members share the worst rank, "
                + "as the reference's minus infinities do. It depends on the set that is ranked.",
        };

    /// <inheritdoc/>
    public IReadOnlyList<string> Members { get; } =
    ["az_expressivity", "az_progressivity", "az_trainability", "flops"];

    /// <inheritdoc/>
    public IReadOnlyList<Score> Combine(IReadOnlyList<ScoreColumn> members) =>
        RankSum.Of(members, rank => Math.Log(rank / members[0].Scores.Count));
}
