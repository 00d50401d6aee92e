using ZcBench.Scores;

namespace ZcBench.Proxies.Probe;

/// <summary>
/// A zero-cost proxy: says what it must see, and turns it into a number. Stateless; it never runs the network
/// and never disposes what it is shown. Adding one is adding one class to the catalogue folder.
/// </summary>
public interface IProxy
{
    /// <summary>What is to be said of it beside its number.</summary>
    ProxyInfo Info { get; }

    /// <summary>What it must see.</summary>
    IReadOnlyList<Need> Needs { get; }

    /// <summary>
    /// The score; a failure is <see cref="Score.Undefined"/> with its reason, not an exception.
    /// </summary>
    Score Score(Evidence evidence);
}
