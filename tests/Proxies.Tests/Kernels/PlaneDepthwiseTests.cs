using ZcBench.Benchmarks.Blueprints;
using ZcBench.Proxies.Networks;

namespace ZcBench.Proxies.Tests.Kernels;

public sealed class PlaneDepthwiseTests : TorchTest
{
    [Theory]
    [InlineData(3, 1, 1, 1, 8, 8)]
    [InlineData(5, 1, 2, 1, 6, 9)]
    [InlineData(3, 2, 1, 1, 8, 7)]
    [InlineData(5, 2, 2, 1, 5, 5)]
    [InlineData(3, 1, 2, 2, 7, 8)]
    [InlineData(5, 2, 4, 2, 8, 9)]
    [InlineData(3, 2, 0, 1, 7, 6)]
    [InlineData(1, 2, 0, 1, 5, 4)]
    public void Values_and_gradients_are_those_of_libtorch(
        int kernel,
        int stride,
        int padding,
        int dilation,
        int height,
        int width
    )
    {
        using var scope = torch.NewDisposeScope();
        torch.manual_seed(1);
        var layer = Layer(kernel, stride, padding, dilation);
        var input = torch.randn([2, 3, height, width], dtype: torch.float64, requires_grad: true);
        var weight = torch.randn([3, 1, kernel, kernel], dtype: torch.float64, requires_grad: true);
        var expected = ByLibtorch(layer, input, weight);
        var gradient = torch.randn_like(expected).detach();

        Assert.True(DirectConvolution.Covers(layer, 3, input, weight));
        var value = DirectConvolution.Of(layer, 3, input, weight);

        Same(expected, value);
        var wanted = torch.autograd.grad([expected], [input, weight], [gradient]);
        var found = torch.autograd.grad([value], [input, weight], [gradient]);
        Same(wanted[0], found[0]);
        Same(wanted[1], found[1]);
    }

    [Fact]
    public void Gradients_can_be_differentiated_again()
    {
        using var scope = torch.NewDisposeScope();
        torch.manual_seed(1);
        var layer = Layer(3, 2, 1, 1);
        var input = torch.randn([2, 3, 6, 5], dtype: torch.float64, requires_grad: true);
        var weight = torch.randn([3, 1, 3, 3], dtype: torch.float64, requires_grad: true);
        Same(
            Twice(ByLibtorch(layer, input, weight), input, weight),
            Twice(DirectConvolution.Of(layer, 3, input, weight), input, weight)
        );
    }

    [Theory]
    [InlineData(3, 6, 3)]
    [InlineData(2, 4, 4)]
    public void Only_one_output_of_each_channel_is_covered(int groups, int outs, int channels)
    {
        using var input = torch.zeros([1, channels, 4, 4], dtype: torch.float64);
        using var weight = torch.zeros([outs, channels / groups, 3, 3], dtype: torch.float64);
        Assert.False(DirectConvolution.Covers(Layer(3, 1, 1, 1), groups, input, weight));
    }

    private static Convolution Layer(int kernel, int stride, int padding, int dilation) =>
        new("conv", 3, 3, kernel, stride, padding, 3, dilation);

    private static Tensor ByLibtorch(Convolution layer, Tensor input, Tensor weight) =>
        torch.nn.functional.conv2d(
            input,
            weight,
            null,
            [layer.Stride, layer.Stride],
            [layer.Padding, layer.Padding],
            [layer.Dilation, layer.Dilation],
            groups: 3
        );

    // Of the sum of all cubes the gradient by the weight of the gradients' squares.
    private static Tensor Twice(Tensor value, Tensor input, Tensor weight)
    {
        var first = torch.autograd.grad(
            [value.pow(3).sum()],
            [input, weight],
            retain_graph: true,
            create_graph: true
        );
        return torch.autograd.grad([first[0].pow(2).sum().add(first[1].pow(2).sum())], [weight])[0];
    }

    private static void Same(Tensor expected, Tensor actual)
    {
        Assert.Equal(expected.shape, actual.shape);
        var scale = expected.abs().max().item<double>();
        Assert.InRange(expected.sub(actual).abs().max().item<double>(), 0, 1e-13 * scale);
    }
}
