using FsCheck;
using FsCheck.Fluent;
using ZcBench.Statistics.Across;

namespace ZcBench.Statistics.Tests.Across;

public sealed class PerformanceProfileTests
{
    [Fact]
    public void It_is_the_weighted_share_of_tasks_at_or_above_a_level() =>
        Prop.ForAll(
                (
                    from count in Gen.Choose(1, 8)
                    from levels in Gen.Choose(-3, 6).ArrayOf(count)
                    from weights in Gen.Choose(1, 4).ArrayOf(count)
                    from level in Gen.Choose(-4, 7)
                    select (
                        Levels: Array.ConvertAll(levels, item => item / 2.0),
                        Weights: Array.ConvertAll(weights, item => (double)item),
                        At: level / 2.0
                    )
                ).ToArbitrary(),
                item =>
                    Math.Abs(
                        new PerformanceProfile(item.Levels, item.Weights).Share(item.At)
                            - item.Levels.Zip(item.Weights)
                                .Where(task => task.First >= item.At)
                                .Sum(task => task.Second) / item.Weights.Sum()
                    ) < 1e-12
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void It_steps_down_to_nothing_at_its_levels() =>
        Assert.Equal(
            [(0.2, 0.75), (0.5, 0.25), (0.9, 0)],
            new PerformanceProfile([0.5, 0.9, 0.2, 0.5], [1, 1, 1, 1]).Steps()
        );

    [Theory]
    [InlineData(double.NaN, 1)]
    [InlineData(0.5, 0)]
    [InlineData(0.5, double.NaN)]
    public void What_is_no_level_or_weight_is_refused(double level, double weight) =>
        Assert.Throws<ArgumentException>(() => new PerformanceProfile([level], [weight]));

    [Fact]
    public void One_weight_a_level_is_asked_for()
    {
        Assert.Throws<ArgumentException>(() => new PerformanceProfile([1, 2], [1]));
        Assert.Throws<ArgumentException>(() => new PerformanceProfile([], []));
    }
}
