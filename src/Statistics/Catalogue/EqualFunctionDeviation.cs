namespace ZcBench.Statistics.Catalogue;

/// <summary>
/// How far the accuracies of architectures scatter that compute the same function: the table's noise.
/// </summary>
public sealed class EqualFunctionDeviation : IEqualFunctionStatistic
{
    /// <inheritdoc/>
    public StatisticInfo Info { get; } =
        new()
        {
            Id = "twin_deviation",
            Title = "deviation of twins",
            Definition =
                "√(Σ (aᵢ − ā_c)² / Σ (n_c − 1)) over the functions c with n_c ≥ 2 architectures, "
                + "ā_c their mean accuracy",
            Bounds = Bounds.Percent,
            Unit = "percentage points",
            EdgeCases =
                "architectures whose output does not depend on their input are left out; "
                + "undefined where none has a twin",
            Source = "pooled standard deviation; for functional twins: zcbench",
        };

    /// <inheritdoc/>
    public Estimate Compute(EqualFunctionSample sample) =>
        sample.FreeDeviations == 0
            ? Estimate.Undefined("no architecture has a twin")
            : Estimate.Of(Math.Sqrt(sample.SquaredDeviations / sample.FreeDeviations));
}
