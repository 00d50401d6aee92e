using ZcBench.Proxies.Probe;

namespace ZcBench.Proxies.Tests;

/// <summary>
/// One of all proxies that look at the same things: they take the same passes and the same memory.
/// </summary>
internal static class DistinctProxies
{
    public static IReadOnlyList<IProxy> Of(ProbeSettings settings) =>
        [
            .. ProxyCatalogue.Proxies.Values.DistinctBy(proxy =>
                (
                    string.Join(',', proxy.Needs.Select(need => need.Id).Order(StringComparer.Ordinal)),
                    SessionKey.Of(proxy.Info, settings)
                )
            ),
        ];
}
