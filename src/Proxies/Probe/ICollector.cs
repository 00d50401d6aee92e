using ZcBench.Benchmarks.Blueprints;
using ZcBench.Proxies.Networks;

namespace ZcBench.Proxies.Probe;

/// <summary>Watches a forward pass to satisfy one need.</summary>
internal interface ICollector : IForwardObserver
{
    /// <summary>The steps whose values it must see.</summary>
    IEnumerable<int> Roots(Blueprint blueprint);

    /// <summary>Hands over what it saw when the pass has ended.</summary>
    void Deliver(Evidence evidence);
}
