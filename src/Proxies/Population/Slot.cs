using ZcBench.Benchmarks.Blueprints;

namespace ZcBench.Proxies.Population;

/// <summary>One network's step among those that run at once.</summary>
/// <param name="Member">Which network.</param>
/// <param name="Step">Its step.</param>
public readonly record struct Slot(int Member, Step Step);
