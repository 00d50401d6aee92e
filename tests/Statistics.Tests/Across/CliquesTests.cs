using FsCheck;
using FsCheck.Fluent;
using ZcBench.Statistics.Across;

namespace ZcBench.Statistics.Tests.Across;

public sealed class CliquesTests
{
    [Fact]
    public void In_the_published_example_Nemenyi_finds_only_the_best_and_the_worst_different()
    {
        // With CD 1.25 none differ at 5 %; with 1.12 at 10 % both with m beat plain C4.5.
        var means = BlockRanks.Of(Demsar.Areas).Means;
        Assert.Equal(
            [
                [3, 1, 2, 0],
            ],
            Cliques.Of(means, CriticalDifference.Nemenyi(4, 14, 0.05))
        );
        Assert.Equal(
            [
                [3, 1, 2],
                [2, 0],
            ],
            Cliques.Of(means, CriticalDifference.Nemenyi(4, 14, 0.10))
        );
    }

    [Fact]
    public void A_difference_of_exactly_the_critical_one_is_significant() =>
        Assert.Empty(Cliques.Of([1, 2, 3], 1));

    [Fact]
    public void They_are_the_largest_sets_of_which_every_pair_is_close() =>
        Prop.ForAll(
                (
                    from count in Gen.Choose(1, 7)
                    from means in Gen.Choose(0, 12).ArrayOf(count)
                    from difference in Gen.Choose(1, 8)
                    select (Means: Array.ConvertAll(means, mean => mean / 2.0), Difference: difference / 2.0)
                ).ToArbitrary(),
                item =>
                    Brute(item.Means, item.Difference)
                        .SetEquals(Cliques.Of(item.Means, item.Difference).Select(Mask))
            )
            .QuickCheckThrowOnFailure();

    private static HashSet<int> Brute(double[] means, double difference)
    {
        var close = Enumerable
            .Range(1, (1 << means.Length) - 1)
            .Where(mask =>
            {
                var members = Enumerable.Range(0, means.Length).Where(i => (mask >> i & 1) == 1).ToList();
                return members.Count > 1
                    && members.TrueForAll(i =>
                        members.TrueForAll(j => Math.Abs(means[i] - means[j]) < difference)
                    );
            })
            .ToList();
        return [.. close.Where(mask => !close.Exists(other => other != mask && (other & mask) == mask))];
    }

    private static int Mask(IReadOnlyList<int> members) => members.Sum(i => 1 << i);
}
