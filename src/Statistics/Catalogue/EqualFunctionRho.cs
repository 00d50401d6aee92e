namespace ZcBench.Statistics.Catalogue;

/// <summary>The noise ceiling of ρ.</summary>
public sealed class EqualFunctionRho : IEqualFunctionStatistic
{
    /// <inheritdoc/>
    public StatisticInfo Info { get; } =
        new()
        {
            Id = "twin_rho",
            Title = "ρ of twins",
            Definition =
                "Spearman's ρ of (mean accuracy of the twins, own accuracy) "
                + "over the architectures with a twin: another one that computes the same function",
            Bounds = Bounds.Correlation,
            EdgeCases =
                "architectures whose output does not depend on their input are left out; "
                + "undefined where fewer than two have a twin",
            Source = "zcbench",
        };

    /// <inheritdoc/>
    public Estimate Compute(EqualFunctionSample sample) => new Spearman().Compute(sample.LeaveOneOut);
}
