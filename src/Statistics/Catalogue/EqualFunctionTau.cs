namespace ZcBench.Statistics.Catalogue;

/// <summary>
/// The noise ceiling of τ-b: how well architectures of the same function predict each other's accuracy.
/// </summary>
public sealed class EqualFunctionTau : IEqualFunctionStatistic
{
    /// <inheritdoc/>
    public StatisticInfo Info { get; } =
        new()
        {
            Id = "twin_tau",
            Title = "τ-b of twins",
            Definition =
                "τ-b of (mean accuracy of the twins, own accuracy) over the architectures with a twin: "
                + "another one that computes the same function",
            Bounds = Bounds.Correlation,
            EdgeCases =
                "architectures whose output does not depend on their input are left out; "
                + "undefined where fewer than two have a twin",
            Source = "zcbench",
        };

    /// <inheritdoc/>
    public Estimate Compute(EqualFunctionSample sample) => new KendallTauB().Compute(sample.LeaveOneOut);
}
