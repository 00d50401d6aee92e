using ZcBench.Benchmarks.Randomness;
using ZcBench.Learned.Results;

namespace ZcBench.Learned.Tests;

public sealed class TrainingSplitTests
{
    // Functions of very different sizes.
    private static readonly string[] Functions =
    [
        .. Enumerable.Range(0, 300).Select(row => FormattableString.Invariant($"f{(int)Math.Sqrt(row)}")),
    ];

    [Fact]
    public void No_function_stands_on_both_sides()
    {
        for (var seed = 0; seed < 20; seed++)
        {
            var split = TrainingSplit.ByFunction(Functions, 100, new CounterRandom(seed, "test"));
            Assert.Equal(100, split.Learned.Count);
            Assert.NotEmpty(split.Asked);
            Assert.Empty(split.Learned.Select(Function).Intersect(split.Asked.Select(Function)));
        }

        static string Function(int row) => Functions[row];
    }

    [Fact]
    public void By_architecture_every_row_is_on_one_side()
    {
        var split = TrainingSplit.ByArchitecture(300, 100, new CounterRandom(0, "test"));
        Assert.Equal(Enumerable.Range(0, 300), split.Learned.Concat(split.Asked).Order());
        Assert.Equal(100, split.Learned.Count);
    }
}
