using ZcBench.Statistics.Resampling;

namespace ZcBench.Statistics.Across;

/// <summary>How a method compares with another across spaces.</summary>
/// <param name="Probability">
/// The probability that its τ-b is higher on a space and task drawn anew: the mean over resamples of the
/// share of drawn tasks on which it is, practically equal ones counting half.
/// </param>
/// <param name="Difference">Its mean τ-b over the blocks less the other's.</param>
/// <param name="Better">On how many tasks of the sample its τ-b is higher.</param>
/// <param name="Equal">On how many the two are practically equal.</param>
/// <param name="Worse">On how many it is lower.</param>
public sealed record Improvement(double Probability, Interval Difference, int Better, int Equal, int Worse);
