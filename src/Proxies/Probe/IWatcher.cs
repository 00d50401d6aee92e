using ZcBench.Proxies.Networks;

namespace ZcBench.Proxies.Probe;

/// <summary>Sees the shared forward pass, and tells afterwards what it saw of each network.</summary>
internal interface IWatcher<out T> : IForwardObserver
{
    /// <summary>What was seen, one for each network of the session.</summary>
    IReadOnlyList<T> Seen();
}
