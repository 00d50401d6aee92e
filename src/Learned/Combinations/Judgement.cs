using ZcBench.Statistics.Resampling;

namespace ZcBench.Learned.Combinations;

/// <summary>A choice on the tasks of one space, none of which it was chosen on.</summary>
/// <param name="Choice">What was chosen and where.</param>
/// <param name="Space">Id of the space that judges.</param>
/// <param name="Tasks">Its tasks, each with what was found there.</param>
/// <param name="Rho">Mean of Spearman's ρ over the tasks.</param>
/// <param name="Tau">Mean of Kendall's τ-b.</param>
/// <param name="Rival">
/// The score to compare with that has the highest mean τ-b on these tasks; null where the runs have none.
/// </param>
/// <param name="Difference">
/// Mean τ-b of the choice less that of the rival, over common resamples of the architectures; null without a
/// rival.
/// </param>
public sealed record Judgement(
    Choice Choice,
    string Space,
    IReadOnlyList<JudgedTask> Tasks,
    double Rho,
    double Tau,
    string? Rival,
    Interval? Difference
);
