namespace ZcBench.Statistics.Resampling;

/// <summary>
/// A statistic that computes several resamples at once from how often each architecture was drawn, without
/// building or sorting the resamples. An optimisation only: the values are those of the plain way.
/// </summary>
internal interface IVectorised : IStatistic
{
    /// <summary>Does what all resamples have in common.</summary>
    IPrepared Prepare(Sample sample);
}
