namespace ZcBench.Statistics.Resampling;

/// <summary>A value with its bootstrap percentile interval.</summary>
/// <param name="Point">The statistic of the sample itself.</param>
/// <param name="Low">The (1 − level)/2 quantile of the resampled values.</param>
/// <param name="High">The (1 + level)/2 quantile of the resampled values.</param>
/// <param name="Level">The intended coverage.</param>
/// <param name="Undefined">How many resamples had no value and were left out.</param>
public sealed record Interval(Estimate Point, Estimate Low, Estimate High, double Level, int Undefined);
