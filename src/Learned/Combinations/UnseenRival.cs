using ZcBench.Scores;
using ZcBench.Statistics.Across;

namespace ZcBench.Learned.Combinations;

/// <summary>
/// A score against the choices made on all spaces but one, each on the space that its choice has not seen.
/// </summary>
/// <param name="Proxy">The card of the score.</param>
/// <param name="Tau">Mean over the spaces of its mean τ-b over their tasks.</param>
/// <param name="Improvement">
/// The choices less the score: the mean difference over spaces, with an interval over spaces, tasks and
/// architectures drawn anew. Choices are not made anew.
/// </param>
public sealed record UnseenRival(ProxyInfo Proxy, double Tau, Improvement Improvement);
