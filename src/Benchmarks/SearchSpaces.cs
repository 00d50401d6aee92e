using System.Collections.Immutable;

namespace ZcBench.Benchmarks;

/// <summary>
/// The search spaces this program knows, found by scanning this assembly, and spaces without a list of their
/// architectures, which others add.
/// </summary>
public static class SearchSpaces
{
    private static ImmutableSortedDictionary<string, ISearchSpace> _added = ImmutableSortedDictionary.Create<
        string,
        ISearchSpace
    >(StringComparer.Ordinal);

    /// <summary>All spaces by id.</summary>
    public static IReadOnlyDictionary<string, ISearchSpace> All { get; } =
        Catalogue.Scan<ISearchSpace>(typeof(SearchSpaces).Assembly, space => space.Id);

    /// <summary>
    /// Adds a space whose architectures cannot be listed, such as networks in files; a second time changes
    /// nothing. It is found by its id and is not among <see cref="All"/>.
    /// </summary>
    public static void Add(ISearchSpace space) =>
        ImmutableInterlocked.Update(ref _added, added => added.SetItem(space.Id, space));

    /// <summary>The spaces that were added.</summary>
    public static IEnumerable<ISearchSpace> Added => _added.Values;

    /// <summary>The space with that id, or a <see cref="UserError"/> with the nearest known one.</summary>
    public static ISearchSpace Named(string id) =>
        _added.TryGetValue(id, out var added)
            ? added
            : Names.Find(All, id, "search space", "zcbench ls spaces");
}
