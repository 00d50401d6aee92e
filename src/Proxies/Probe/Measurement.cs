using ZcBench.Scores;

namespace ZcBench.Proxies.Probe;

/// <summary>A proxy's score of one architecture and what it cost.</summary>
/// <param name="Proxy">The proxy.</param>
/// <param name="Score">Its score.</param>
/// <param name="Time">
/// Wall-clock time of the passes it needed and of its own arithmetic: its price alone.
/// </param>
/// <param name="Marginal">
/// The part of <paramref name="Time"/> that nobody else needed: its price beside the others. Over all proxies
/// the marginal times add up to less than the whole by what was shared.
/// </param>
public sealed record Measurement(ProxyInfo Proxy, Score Score, TimeSpan Time, TimeSpan Marginal);
