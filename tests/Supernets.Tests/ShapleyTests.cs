using FsCheck;
using FsCheck.Fluent;
using ZcBench.Benchmarks.Randomness;
using ZcBench.Supernets.Shapley;

namespace ZcBench.Supernets.Tests;

public sealed class ShapleyTests
{
    private const int Players = 6;

    [Fact]
    public void Marginals_of_a_permutation_add_up_to_what_all_players_are_worth_together() =>
        Check(seed =>
        {
            var (game, order) = (Game(seed), Order(seed));
            var removal = Removal.Play(order, game, threshold: null);
            Assert.Equal(
                game(Enumerable.Repeat(true, Players).ToList()) - game(new bool[Players]),
                removal.Marginals.Sum(),
                1e-9
            );
            Assert.Equal(Players, removal.Removed);
        });

    [Fact]
    public void A_truncated_permutation_adds_up_to_where_it_stopped() =>
        Check(seed =>
        {
            var (game, order) = (Game(seed), Order(seed));
            var removal = Removal.Play(order, game, threshold: 0.5);
            bool[] left =
            [
                .. Enumerable.Range(0, Players).Select(i => !order.Take(removal.Removed).Contains(i)),
            ];
            Assert.Equal(removal.Full - game(left), removal.Marginals.Sum(), 1e-9);
            Assert.All(order.Skip(removal.Removed), player => Assert.Equal(0, removal.Marginals[player]));
            Assert.True(removal.Removed == Players || game(left) < 0.5 * removal.Full);
        });

    [Fact]
    public void Who_changes_nothing_contributes_nothing() =>
        Check(seed =>
        {
            var game = Game(seed);
            var dummy = (int)(seed % Players);
            CoalitionValue without = isIn =>
                game([.. isIn.Select((item, player) => item && player != dummy)]);
            Assert.Equal(0, Removal.Play(Order(seed), without, null).Marginals[dummy]);
        });

    [Fact]
    public void Deviation_is_over_permutations_with_n_below_the_line()
    {
        var found = Contributions.Of([new([1, 0], 2, 0), new([3, 0], 2, 0)]);
        Assert.Equal([2.0, 0.0], found.Mean);
        Assert.Equal([1.0, 0.0], found.Deviation);
        Assert.Equal([1.0, 0.0], found.Pessimistic);
    }

    [Fact]
    public void Equal_contributions_move_nothing()
    {
        double[] sum = [1, 2];
        double[] alpha = [3, 4];
        Assert.False(new ContributionStep(0.8, 0.1).Take([5, 5], sum, alpha));
        Assert.Equal([1.0, 2.0], sum);
        Assert.Equal([3.0, 4.0], alpha);
    }

    private static void Check(Action<long> law) =>
        Prop.ForAll(ArbMap.Default.ArbFor<PositiveInt>(), seed => law(seed.Get)).QuickCheckThrowOnFailure();

    // A positive value for each coalition.
    private static CoalitionValue Game(long seed)
    {
        var random = new CounterRandom(seed, "game");
        return isIn => 1 + random.Uniform(isIn.Select((item, i) => item ? 1L << i : 0).Sum());
    }

    private static int[] Order(long seed) =>
        new SequentialRandom(new CounterRandom(seed, "order")).Distinct(Players, Players);
}
