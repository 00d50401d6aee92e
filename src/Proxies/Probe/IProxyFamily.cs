namespace ZcBench.Proxies.Probe;

/// <summary>
/// A proxy that makes variants of itself: near_x8 is a variant of near. Only the proxy itself is listed, and
/// "all" means it alone; a variant is made when its id is asked for.
/// </summary>
public interface IProxyFamily : IProxy
{
    /// <summary>How ids of variants are written, for messages: "near_xR with R from 2 to 64".</summary>
    string Pattern { get; }

    /// <summary>
    /// The variant of that name, the id after the proxy's own and an underscore; null where there is none.
    /// Its own id may be another spelling of the same.
    /// </summary>
    IProxy? Variant(string name);
}
