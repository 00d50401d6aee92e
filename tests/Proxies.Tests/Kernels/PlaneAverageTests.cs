using ZcBench.Benchmarks.Blueprints;
using ZcBench.Proxies.Networks;

namespace ZcBench.Proxies.Tests.Kernels;

public sealed class PlaneAverageTests : TorchTest
{
    [Theory]
    [InlineData(3, false, 8, 8)]
    [InlineData(3, true, 5, 9)]
    [InlineData(5, false, 4, 7)]
    [InlineData(3, false, 1, 1)]
    [InlineData(1, false, 3, 2)]
    public void Averages_and_gradients_are_those_of_libtorch(int kernel, bool countsPadding, int h, int w)
    {
        using var scope = torch.NewDisposeScope();
        torch.manual_seed(1);
        var input = torch.randn([3, 4, h, w], dtype: torch.float64, requires_grad: true);
        var gradient = torch.randn([3, 4, h, w], dtype: torch.float64);
        var expected = torch.nn.functional.avg_pool2d(
            input,
            [kernel, kernel],
            [1, 1],
            [kernel / 2, kernel / 2],
            count_include_pad: countsPadding
        );
        var pool = new AveragePool(kernel, 1, kernel / 2) { CountsPadding = countsPadding };

        Assert.True(DirectAverage.Covers(pool, input));
        var value = WindowAverage.Of(input, pool);

        Same(expected, value);
        Same(
            torch.autograd.grad([expected], [input], [gradient])[0],
            torch.autograd.grad([value], [input], [gradient])[0]
        );
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Gradients_can_be_differentiated_again(bool countsPadding)
    {
        using var scope = torch.NewDisposeScope();
        torch.manual_seed(1);
        var input = torch.randn([2, 3, 5, 4], dtype: torch.float64, requires_grad: true);
        var pool = new AveragePool(3, 1, 1) { CountsPadding = countsPadding };
        Same(
            Twice(
                torch.nn.functional.avg_pool2d(
                    input,
                    [3, 3],
                    [1, 1],
                    [1, 1],
                    count_include_pad: countsPadding
                ),
                input
            ),
            Twice(WindowAverage.Of(input, pool), input)
        );
    }

    [Fact]
    public void A_map_in_any_order_in_memory_is_read()
    {
        using var scope = torch.NewDisposeScope();
        var input = torch.arange(2 * 4 * 4 * 3, dtype: torch.float64).reshape(2, 4, 4, 3).permute(0, 3, 1, 2);
        var pool = new AveragePool(3, 1, 1);
        Same(WindowAverage.ByConvolution(input, pool), WindowAverage.Of(input, pool));
    }

    [Theory]
    [InlineData(3, 2, 1)]
    [InlineData(2, 1, 0)]
    [InlineData(3, 1, 0)]
    public void Only_poolings_that_keep_the_size_are_covered(int kernel, int stride, int padding)
    {
        using var input = torch.zeros([1, 1, 6, 6], dtype: torch.float64);
        using var single = input.to(torch.float32);
        Assert.False(DirectAverage.Covers(new AveragePool(kernel, stride, padding), input));
        Assert.False(DirectAverage.Covers(new AveragePool(3, 1, 1), single));
    }

    // Of the sum of all cubes the gradient of the gradient's squares.
    private static Tensor Twice(Tensor value, Tensor input)
    {
        var first = torch.autograd.grad(
            [value.pow(3).sum()],
            [input],
            retain_graph: true,
            create_graph: true
        )[0];
        return torch.autograd.grad([first.pow(2).sum()], [input])[0];
    }

    private static void Same(Tensor expected, Tensor actual)
    {
        Assert.Equal(expected.shape, actual.shape);
        Assert.InRange(expected.sub(actual).abs().max().item<double>(), 0, 1e-14 * expected.numel());
    }
}
