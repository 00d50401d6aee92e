namespace ZcBench.Statistics.Resampling;

/// <summary>
/// A statistic prepared for the resamples of one sample; immutable, used from several threads.
/// </summary>
internal interface IPrepared
{
    /// <summary>One estimate per lane.</summary>
    /// <param name="draws">How often each architecture was drawn, n in all in every lane.</param>
    /// <param name="estimates">Receives <c>Lanes.Count</c> estimates.</param>
    void Compute(ReadOnlySpan<Lanes> draws, Span<Estimate> estimates);
}
