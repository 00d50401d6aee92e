namespace ZcBench.Benchmarks;

/// <summary>The search spaces this program knows, found by scanning this assembly.</summary>
public static class SearchSpaces
{
    /// <summary>All spaces by id.</summary>
    public static IReadOnlyDictionary<string, ISearchSpace> All { get; } =
        Catalogue.Scan<ISearchSpace>(typeof(SearchSpaces).Assembly, space => space.Id);

    /// <summary>The space with that id, or a <see cref="UserError"/> with the nearest known one.</summary>
    public static ISearchSpace Named(string id) => Names.Find(All, id, "search space", "zcbench ls spaces");
}
