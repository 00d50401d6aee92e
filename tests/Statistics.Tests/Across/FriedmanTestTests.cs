using FsCheck;
using FsCheck.Fluent;
using ZcBench.Statistics.Across;

namespace ZcBench.Statistics.Tests.Across;

public sealed class FriedmanTestTests
{
    private static readonly BlockRanks Published = BlockRanks.Of(Demsar.Areas);

    [Fact]
    public void Mean_ranks_of_the_published_example_are_the_published_ones() =>
        Assert.Equal([3.143, 2.000, 2.893, 1.964], Published.Means.Select(mean => Math.Round(mean, 3)));

    [Fact]
    public void Chi_squared_and_F_of_the_published_example_are_the_published_ones()
    {
        // The paper does not correct for ties, and its F is of the rounded 9.28: 3.6936.
        var test = FriedmanTest.Of(Published);
        var uncorrected = test.ChiSquared.Value!.Value * test.TieCorrection;
        Assert.Equal(9.28, uncorrected, 0.005);
        Assert.Equal(3.69, FriedmanTest.ImanDavenport(uncorrected, 14, 4), 0.005);
    }

    [Fact]
    public void Ties_of_the_published_example_are_three_pairs_and_four_alike()
    {
        // Iris, lung cancer and primary tumor have a pair each, mushroom four alike.
        Assert.Equal(3 * 6 + 60, Published.TieTerm);
        Assert.Equal(1 - 78 / 840.0, FriedmanTest.Of(Published).TieCorrection, 1e-15);
    }

    [Fact]
    public void Critical_differences_of_the_published_example_are_the_published_ones()
    {
        Assert.Equal(1.25, CriticalDifference.Nemenyi(4, 14, 0.05), 0.005);
        Assert.Equal(1.12, CriticalDifference.Nemenyi(4, 14, 0.10), 0.005);
        // 2.394 · 0.488 is 1.168, and the paper prints 1.16: it cuts the last digit.
        Assert.InRange(CriticalDifference.BonferroniDunn(4, 14, 0.05), 1.16, 1.17);
    }

    [Fact]
    public void Over_all_orders_chi_squared_has_mean_k_less_1_and_the_known_variance()
    {
        // E χ² = k − 1 and Var χ² = 2(k − 1)(N − 1)/N, exactly, over all (3!)⁴ tables.
        var all = Tables([1, 2, 3], blocks: 4).Select(ChiSquared).ToList();
        Assert.Equal(1296, all.Count);
        Assert.Equal(2, all.Average(), 1e-12);
        Assert.Equal(2 * 2 * 3 / 4.0, all.Average(value => (value - 2) * (value - 2)), 1e-12);
    }

    [Fact]
    public void Corrected_for_ties_its_mean_over_all_orders_stays_k_less_1() =>
        Assert.Equal(3, Tables([1, 2, 2, 3], blocks: 2).Select(ChiSquared).Average(), 1e-12);

    [Theory]
    [InlineData(1, 2, 3)]
    [InlineData(1, 1, 2)]
    public void Blocks_that_rank_alike_have_the_probability_of_that(params int[] block)
    {
        var same = Enumerable.Repeat(Array.ConvertAll(block, item => (double)item), 3).ToList();
        var test = FriedmanTest.Of(BlockRanks.Of(same));
        var tables = Tables(block, blocks: 3).ToList();
        Assert.Equal(
            tables.Count(table => Math.Abs(ChiSquared(table) - 6) < 1e-9) / (double)tables.Count,
            test.FP.Value!.Value,
            1e-12
        );
        Assert.Equal(6, test.ChiSquared.Value!.Value, 1e-12);
        Assert.Equal("all blocks rank alike", test.F.Reason);
    }

    [Fact]
    public void Methods_that_never_differ_have_no_statistic()
    {
        var test = FriedmanTest.Of(
            BlockRanks.Of([
                [1, 1, 1],
                [2, 2, 2],
            ])
        );
        Assert.Equal("all methods are tied in every block", test.ChiSquared.Reason);
        Assert.Equal("all methods are tied in every block", test.FP.Reason);
    }

    [Fact]
    public void Where_methods_do_not_differ_F_rejects_as_often_as_it_says()
    {
        var random = new System.Random(11);
        var rejected = Enumerable
            .Range(0, 4000)
            .Count(_ =>
                FriedmanTest
                    .Of(
                        BlockRanks.Of([
                            .. Enumerable
                                .Range(0, 10)
                                .Select(_ =>
                                    Enumerable.Range(0, 6).Select(_ => random.NextDouble()).ToArray()
                                ),
                        ])
                    )
                    .FP.Value < 0.05
            );
        // Its own approximation and four standard deviations of 4,000 draws.
        Assert.InRange(rejected / 4000.0, 0.036, 0.064);
    }

    [Fact]
    public void Only_the_order_within_each_block_counts() =>
        Blocks(blocks =>
            Same(
                BlockRanks.Of(blocks),
                BlockRanks.Of([
                    .. blocks.Select(
                        (block, i) => Array.ConvertAll(block, x => Math.Exp(x / 3) * (i + 1) - i)
                    ),
                ])
            )
        );

    [Fact]
    public void The_order_of_blocks_does_not_count() =>
        Blocks(blocks => Same(BlockRanks.Of(blocks), BlockRanks.Of([.. blocks.Reverse()])));

    [Fact]
    public void Methods_in_another_order_have_their_mean_ranks_in_that_order() =>
        Blocks(blocks =>
        {
            var (one, other) = (
                BlockRanks.Of(blocks),
                BlockRanks.Of([.. blocks.Select(block => block.Reverse().ToArray())])
            );
            return one.Means.Reverse().SequenceEqual(other.Means)
                && FriedmanTest.Of(one).ChiSquared.Agrees(FriedmanTest.Of(other).ChiSquared);
        });

    [Fact]
    public void Ranks_are_one_more_than_the_methods_above_and_half_of_those_tied() =>
        Blocks(blocks =>
        {
            var ranks = BlockRanks.Of(blocks);
            return blocks
                .Index()
                .All(block =>
                    block
                        .Item.Index()
                        .All(method =>
                            ranks.Rank(block.Index, method.Index)
                            == 1
                                + block.Item.Count(other => other > method.Item)
                                + (block.Item.Count(other => other == method.Item) - 1) / 2.0
                        )
                );
        });

    [Fact]
    public void Chi_squared_is_the_sum_of_squares_between_methods_over_that_within_blocks() =>
        Blocks(blocks =>
        {
            var ranks = BlockRanks.Of(blocks);
            var (n, k) = (ranks.Blocks, ranks.Methods);
            var centre = (k + 1) / 2.0;
            var within = 0.0;
            for (var block = 0; block < n; block++)
            {
                for (var method = 0; method < k; method++)
                {
                    within += Math.Pow(ranks.Rank(block, method) - centre, 2) / (n * (k - 1.0));
                }
            }

            var between = n * ranks.Means.Sum(mean => Math.Pow(mean - centre, 2));
            var chi = FriedmanTest.Of(ranks).ChiSquared.Value;
            return within == 0 ? chi is null : Math.Abs(chi!.Value - between / within) < 1e-9;
        });

    [Fact]
    public void Ragged_blocks_and_single_blocks_are_refused()
    {
        Assert.Throws<ArgumentException>(() =>
            BlockRanks.Of([
                [1, 2],
                [1],
            ])
        );
        Assert.Throws<ArgumentException>(() => BlockRanks.Of([]));
        Assert.Throws<ArgumentException>(() =>
            FriedmanTest.Of(
                BlockRanks.Of([
                    [1, 2],
                ])
            )
        );
        Assert.Throws<ArgumentException>(() =>
            FriedmanTest.Of(
                BlockRanks.Of([
                    [1],
                    [2],
                ])
            )
        );
    }

    // Between 2 and 6 blocks of 2 to 5 methods, with ties.
    private static void Blocks(Func<double[][], bool> law) =>
        Prop.ForAll(
                (
                    from methods in Gen.Choose(2, 5)
                    from count in Gen.Choose(2, 6)
                    from blocks in Gen.Choose(0, 4).ArrayOf(methods).ArrayOf(count)
                    select Array.ConvertAll(blocks, block => Array.ConvertAll(block, item => (double)item))
                ).ToArbitrary(),
                law
            )
            .QuickCheckThrowOnFailure();

    private static bool Same(BlockRanks one, BlockRanks other) =>
        one.Means.Zip(other.Means).All(pair => Math.Abs(pair.First - pair.Second) < 1e-12)
        && FriedmanTest.Of(one).FP.Agrees(FriedmanTest.Of(other).FP)
        && FriedmanTest.Of(one).ChiSquaredP.Agrees(FriedmanTest.Of(other).ChiSquaredP);

    private static double ChiSquared(double[][] table) =>
        FriedmanTest.Of(BlockRanks.Of(table)).ChiSquared.Value!.Value;

    private static IEnumerable<double[][]> Tables(int[] block, int blocks) =>
        blocks == 0
            ?
            [
                [],
            ]
            : from rest in Tables(block, blocks - 1)
            from order in Orders([.. block.Select(item => (double)item)])
            select (double[][])[.. rest, order];

    private static IEnumerable<double[]> Orders(double[] items) =>
        items.Length == 0
            ?
            [
                [],
            ]
            : from i in Enumerable.Range(0, items.Length)
            from rest in Orders([.. items[..i], .. items[(i + 1)..]])
            select (double[])[items[i], .. rest];
}
