using ZcBench.Statistics.Across;

namespace ZcBench.Reports.Across;

/// <summary>Tests over blocks of one kind.</summary>
/// <param name="Unit">What a block is.</param>
/// <param name="Friedman">Whether the proxies differ at all.</param>
/// <param name="Nemenyi">Critical difference between any two proxies.</param>
/// <param name="BonferroniDunn">Critical difference between a proxy and the baseline.</param>
internal sealed record BlockTests(
    BlockUnit Unit,
    FriedmanTest Friedman,
    double Nemenyi,
    double BonferroniDunn
)
{
    /// <summary>Level of all tests.</summary>
    public const double Alpha = 0.05;

    /// <summary>The tests of some ranks.</summary>
    public static BlockTests Of(BlockUnit unit, BlockRanks ranks) =>
        new(
            unit,
            FriedmanTest.Of(ranks),
            CriticalDifference.Nemenyi(ranks.Methods, ranks.Blocks, Alpha),
            CriticalDifference.BonferroniDunn(ranks.Methods, ranks.Blocks, Alpha)
        );
}
