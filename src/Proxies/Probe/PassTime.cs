using ZcBench.Scores;

namespace ZcBench.Proxies.Probe;

/// <summary>What one pass of a plan took on one architecture.</summary>
/// <param name="Init">How the weights were drawn.</param>
/// <param name="Input">What was fed.</param>
/// <param name="Need">What was observed.</param>
/// <param name="Time">Wall-clock time, without the passes it was made from.</param>
public sealed record PassTime(InitKind Init, InputKind Input, Need Need, TimeSpan Time);
