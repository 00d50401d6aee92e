namespace ZcBench.Statistics.Catalogue;

/// <summary>The noise ceiling of τ-b: how well the twins of an architecture predict its accuracy.</summary>
public sealed class TwinTau : ITwinStatistic
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
    public Estimate Compute(TwinSample twins) => new KendallTauB().Compute(twins.LeaveOneOut);
}
