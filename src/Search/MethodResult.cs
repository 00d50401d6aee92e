using ZcBench.Search.Desk;
using ZcBench.Search.Methods;

namespace ZcBench.Search;

/// <summary>All repeats of one method.</summary>
/// <param name="Call">The method.</param>
/// <param name="Outcomes">By repeat.</param>
public sealed record MethodResult(MethodCall Call, IReadOnlyList<SearchOutcome> Outcomes);
