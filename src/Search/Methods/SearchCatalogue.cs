using ZcBench.Benchmarks;

namespace ZcBench.Search.Methods;

/// <summary>The search methods this program knows, found by scanning this assembly.</summary>
public static class SearchCatalogue
{
    /// <summary>All methods by id.</summary>
    public static IReadOnlyDictionary<string, ISearchMethod> All { get; } =
        Catalogue.Scan<ISearchMethod>(typeof(SearchCatalogue).Assembly, method => method.Card.Id);

    /// <summary>The method of that id, or a <see cref="UserError"/> with the nearest known one.</summary>
    public static ISearchMethod Named(string id) => Names.Find(All, id, "search", "zcbench ls searches");
}
