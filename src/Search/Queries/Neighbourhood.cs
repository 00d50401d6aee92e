using ZcBench.Benchmarks;

namespace ZcBench.Search.Queries;

/// <summary>Which candidates are one step from which: what evolution and local search move along.</summary>
public sealed class Neighbourhood
{
    private readonly int[][] _neighbours;

    private Neighbourhood(int[][] neighbours) => _neighbours = neighbours;

    /// <summary>
    /// The steps between candidates; steps to architectures that the table lacks are left out.
    /// </summary>
    /// <exception cref="UserError">The space has no steps.</exception>
    public static Neighbourhood Of(IReadOnlyList<Architecture> candidates)
    {
        var space = SearchSpaces.Named(candidates[0].Space);
        var numbers = candidates
            .Index()
            .ToDictionary(item => item.Item.Text, item => item.Index, StringComparer.Ordinal);
        return new([
            .. candidates
                .AsParallel()
                .AsOrdered()
                .Select(candidate =>
                    (
                        space.Neighbours(candidate)
                        ?? throw new UserError(
                            $"{space.Title} defines no neighbours, which evolution and local search need; "
                                + "choose other methods"
                        )
                    )
                        .Select(neighbour => numbers.GetValueOrDefault(neighbour.Text, -1))
                        .Where(i => i >= 0)
                        .ToArray()
                ),
        ]);
    }

    /// <summary>Candidates one step away, in a fixed order.</summary>
    public IReadOnlyList<int> this[int candidate] => _neighbours[candidate];
}
