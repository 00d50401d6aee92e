namespace ZcBench.Statistics;

/// <summary>
/// All statistics, found by scanning this assembly: adding one is adding one file, which nothing else lists.
/// Those with a parameter (a k, a P) stand here with their default; make others with their constructors.
/// </summary>
public static class StatisticCatalogue
{
    /// <summary>Every statistic, sorted by id.</summary>
    public static IReadOnlyList<IStatistic> All { get; } = Found<IStatistic>();

    /// <summary>Statistics of skill at equal size, sorted by id.</summary>
    public static IReadOnlyList<ISizedStatistic> Sized { get; } = Found<ISizedStatistic>();

    /// <summary>Statistics of functionally equal architectures, sorted by id.</summary>
    public static IReadOnlyList<IEqualFunctionStatistic> EqualFunctions { get; } =
        Found<IEqualFunctionStatistic>();

    /// <summary>Everything that has a definition, sorted by id.</summary>
    public static IReadOnlyList<IDefined> Definitions { get; } = Found<IDefined>();

    /// <summary>Every statistic with the depth that suits a set of so many architectures.</summary>
    public static IReadOnlyList<IStatistic> For(int count) =>
        [.. All.Select(statistic => statistic is IScaled scaled ? scaled.For(count) : statistic)];

    /// <summary>The statistic of that id.</summary>
    /// <exception cref="ArgumentException">There is none.</exception>
    public static IStatistic Named(string id) =>
        All.FirstOrDefault(statistic => statistic.Info.Id == id)
        ?? throw new ArgumentException(
            $"statistic '{id}' is unknown; known are {string.Join(", ", All.Select(s => s.Info.Id))}",
            nameof(id)
        );

    /// <summary>
    /// One instance of each sealed <typeparamref name="T"/> among the types that has a parameterless
    /// constructor, sorted by id.
    /// </summary>
    /// <exception cref="InvalidOperationException">Two types claim one id; both are named.</exception>
    public static IReadOnlyList<T> Scan<T>(params IEnumerable<Type> types)
        where T : class, IDefined
    {
        var found = new SortedDictionary<string, T>(StringComparer.Ordinal);
        foreach (
            var type in types.Where(type =>
                type.IsSealed && typeof(T).IsAssignableFrom(type) && type.GetConstructor([]) is not null
            )
        )
        {
            var statistic = (T)Activator.CreateInstance(type)!;
            var id = statistic.Info.Id;
            if (!found.TryAdd(id, statistic))
            {
                throw new InvalidOperationException(
                    $"statistic id '{id}' is claimed by both {found[id].GetType()} and {type}; rename one"
                );
            }
        }

        return [.. found.Values];
    }

    private static IReadOnlyList<T> Found<T>()
        where T : class, IDefined => Scan<T>(typeof(StatisticCatalogue).Assembly.GetTypes());
}
