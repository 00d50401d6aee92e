namespace ZcBench.Scores.Tests;

public sealed class TimingTests
{
    [Fact]
    public void Quartiles_lie_between_neighbours_in_order()
    {
        Assert.Equal(new(2.5, 1.75, 3.25), Timing.Of([4, 1, 3, 2]));
        Assert.Equal(new(7, 7, 7), Timing.Of([7]));
        Assert.Equal(new(0, 0, 0), Timing.Of([]));
    }

    [Fact]
    public void One_slow_architecture_does_not_move_the_median() =>
        Assert.Equal(10, Timing.Of([9, 10, 10, 11, 100_000]).Median);
}
