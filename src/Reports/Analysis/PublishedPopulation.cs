using ZcBench.Reports.Populations;

namespace ZcBench.Reports.Analysis;

/// <summary>Published scores on one population of a run.</summary>
/// <param name="Population">The architectures.</param>
/// <param name="Proxies">The file's columns, highest ρ first.</param>
public sealed record PublishedPopulation(Population Population, IReadOnlyList<PublishedProxy> Proxies);
