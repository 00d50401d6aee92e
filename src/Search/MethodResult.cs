using ZcBench.Search.Methods;
using ZcBench.Search.Queries;

namespace ZcBench.Search;

/// <summary>All repeats of one method.</summary>
/// <param name="Call">The method.</param>
/// <param name="Outcomes">By repeat.</param>
public sealed record MethodResult(MethodCall Call, IReadOnlyList<SearchOutcome> Outcomes);
