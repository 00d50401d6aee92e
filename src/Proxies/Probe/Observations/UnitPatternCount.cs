using ZcBench.Proxies.Kernels;

namespace ZcBench.Proxies.Probe.Observations;

/// <summary>How many different activation patterns the units show.</summary>
/// <param name="Distinct">
/// The number; null with more samples than <see cref="UnitPatterns.MaxSamples"/>.
/// </param>
public sealed record UnitPatternCount(long? Distinct);
