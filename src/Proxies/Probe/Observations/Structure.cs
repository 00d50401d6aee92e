using ZcBench.Benchmarks.Blueprints;

namespace ZcBench.Proxies.Probe.Observations;

/// <summary>The network as data.</summary>
public static class Structure
{
    /// <summary>The network as data; costs nothing.</summary>
    public static Need<Blueprint> Need { get; } =
        new("structure", "the network without weights", [], session => session.Blueprints);
}
