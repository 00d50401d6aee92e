using ZcBench.Benchmarks;

namespace ZcBench.Supernets.Searches;

/// <summary>The searches on weight-sharing networks, found by scanning this assembly.</summary>
internal static class SupernetCatalogue
{
    /// <summary>All methods by id.</summary>
    public static IReadOnlyDictionary<string, ISupernetMethod> All { get; } =
        Catalogue.Scan<ISupernetMethod>(typeof(SupernetCatalogue).Assembly, method => method.Card.Id);

    /// <summary>The method of that id, or a <see cref="UserError"/> with the nearest known one.</summary>
    public static ISupernetMethod Named(string id) =>
        Names.Find(All, id, "supernet search", "zcbench ls searches");
}
