using ZcBench.Benchmarks;

namespace ZcBench.Reports.Populations;

/// <summary>The named parts of a space, found by scanning this assembly.</summary>
internal static class PopulationCatalogue
{
    /// <summary>Every part by id.</summary>
    public static IReadOnlyDictionary<string, IPopulation> All { get; } =
        Catalogue.Scan<IPopulation>(typeof(PopulationCatalogue).Assembly, part => part.Id);
}
