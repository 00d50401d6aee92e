using ZcBench.Benchmarks.Blueprints;
using ZcBench.Proxies.Kernels;

namespace ZcBench.Proxies.Probe;

/// <summary>Everything a proxy can ask to see.</summary>
public static class Needs
{
    /// <summary>The network as data; costs nothing.</summary>
    public static Need<Blueprint> Structure { get; } = new("structure", "the network without weights");

    /// <summary>Agreement of the samples' activation codes over all ReLUs, dead branches included.</summary>
    public static Need<AgreementKernel> Agreement { get; } =
        new("agreement", "sign codes of all ReLU inputs in one forward pass");
}
