namespace ZcBench.Statistics.Resampling;

/// <summary>How much better one proxy does than another on the same architectures.</summary>
/// <param name="Difference">First less second, with its interval over the common resamples.</param>
/// <param name="PValue">
/// Two-sided: min(1, 2 · min(1 + #{d ≤ 0}, 1 + #{d ≥ 0}) / (B + 1)) over the B resampled differences d, never
/// below 2/(B + 1). A family of m comparisons can fall below α under Holm only if B ≥ 2m/α − 1.
/// </param>
/// <param name="NormalPValue">
/// Two-sided: 2 Φ(−|d̂| / σ), d̂ the difference on the sample itself and σ the standard deviation of the
/// resampled ones. It has no lowest value, so that Holm's correction of many comparisons can reject with few
/// resamples.
/// </param>
public sealed record PairedDifference(Interval Difference, Estimate PValue, Estimate NormalPValue);
