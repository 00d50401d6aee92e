namespace ZcBench.Statistics.Catalogue;

/// <summary>The noise ceiling among the best tenth by accuracy.</summary>
public sealed class EqualFunctionTopDecileRho : IEqualFunctionStatistic
{
    /// <inheritdoc/>
    public StatisticInfo Info { get; } =
        new()
        {
            Id = "twin_top_decile_rho",
            Title = "ρ of twins in the top decile",
            Definition =
                "top_decile_rho of (mean accuracy of the twins, own accuracy) "
                + "over the architectures with a twin: another one that computes the same function",
            Bounds = Bounds.Correlation,
            EdgeCases =
                "architectures whose output does not depend on their input are left out; "
                + "undefined where fewer than two have a twin",
            Source = "zcbench",
        };

    /// <inheritdoc/>
    public Estimate Compute(EqualFunctionSample sample) =>
        new TopDecileSpearman().Compute(sample.LeaveOneOut);
}
