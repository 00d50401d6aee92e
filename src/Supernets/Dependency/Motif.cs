using ZcBench.Benchmarks.Blueprints;

namespace ZcBench.Supernets.Dependency;

/// <summary>Two operations on two edges among sampled cells.</summary>
/// <param name="First">On the earlier edge.</param>
/// <param name="Second">On the later edge.</param>
/// <param name="Lift">S·n(a, b) − n(a)·n(b).</param>
/// <param name="Together">n(a, b).</param>
internal sealed record Motif(EdgeChoice First, EdgeChoice Second, long Lift, int Together);
