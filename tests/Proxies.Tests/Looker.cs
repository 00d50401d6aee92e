using ZcBench.Proxies.Probe;
using ZcBench.Scores;

namespace ZcBench.Proxies.Tests;

/// <summary>Looks at what a proxy sees, in that proxy's session.</summary>
internal sealed class Looker<T>(string proxy, Need<T> need, Action<T> look) : IProxy
    where T : class
{
    public ProxyInfo Info { get; } = ProxyCatalogue.Proxies[proxy].Info;

    public IReadOnlyList<Need> Needs { get; } = [need];

    public Score Score(Evidence evidence)
    {
        look(evidence.Get(need));
        return Scores.Score.Of(0);
    }
}
