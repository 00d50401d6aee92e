using ZcBench.Benchmarks.Blueprints;
using ZcBench.Proxies.Kernels;
using ZcBench.Proxies.Networks;

namespace ZcBench.Proxies.Tests.Kernels;

public sealed class PlaneConvolutionTests : TorchTest
{
    public static TheoryData<int, int, int, int, int> Layers { get; } =
        new()
        {
            { 3, 16, 16, 8, 8 },
            { 5, 4, 8, 6, 5 },
            { 2, 8, 24, 9, 17 },
            { 70, 4, 8, 1, 1 },
            { 2, 12, 8, 3, 32 },
            { 1, 64, 64, 11, 9 },
        };

    [Theory]
    [MemberData(nameof(Layers))]
    public void Values_and_gradients_are_those_of_libtorch(int samples, int channels, int outs, int h, int w)
    {
        Assert.SkipUnless(PlaneConvolution.IsFast, "this processor has no vectors of eight numbers");
        using var scope = torch.NewDisposeScope();
        torch.manual_seed(1);
        var gradient = torch.randn([samples, outs, h, w], dtype: torch.float64);
        var input = torch.randn([samples, channels, h, w], dtype: torch.float64, requires_grad: true);
        var weight = torch.randn([outs, channels, 3, 3], dtype: torch.float64, requires_grad: true);
        var expected = torch.nn.functional.conv2d(input, weight, null, [1, 1], [1, 1]);

        Assert.True(DirectConvolution.Covers(Layer(channels, outs, 1), 1, input, weight));
        var value = Of(input, weight);

        Same(expected, value);
        var wanted = torch.autograd.grad([expected], [input, weight], [gradient]);
        var found = torch.autograd.grad([value], [input, weight], [gradient]);
        Same(wanted[0], found[0]);
        Same(wanted[1], found[1]);
    }

    [Fact]
    public void Only_the_gradients_that_are_wanted_are_computed_and_a_graph_can_be_used_again()
    {
        Assert.SkipUnless(PlaneConvolution.IsFast, "this processor has no vectors of eight numbers");
        using var scope = torch.NewDisposeScope();
        var input = torch.ones([2, 4, 5, 5], dtype: torch.float64, requires_grad: true);
        var weight = torch.ones([8, 4, 3, 3], dtype: torch.float64);
        var sum = Of(Of(input, weight).narrow(1, 0, 4), weight).sum();

        var first = torch.autograd.grad([sum], [input], retain_graph: true)[0];
        var second = torch.autograd.grad([sum], [input])[0];

        // From the middle pixel nine taps and nine taps more lead through 4 channels to 8.
        Assert.Equal(9.0 * 9 * 4 * 8, first[0, 0, 2, 2].item<double>());
        Same(first, second);
    }

    [Fact]
    public void Gradients_can_be_differentiated_again()
    {
        Assert.SkipUnless(PlaneConvolution.IsFast, "this processor has no vectors of eight numbers");
        using var scope = torch.NewDisposeScope();
        torch.manual_seed(1);
        var input = torch.randn([2, 4, 5, 6], dtype: torch.float64, requires_grad: true);
        var weight = torch.randn([8, 4, 3, 3], dtype: torch.float64, requires_grad: true);
        var expected = Twice(torch.nn.functional.conv2d(input, weight, null, [1, 1], [1, 1]), input, weight);
        var found = Twice(Of(input, weight), input, weight);
        Same(expected[0], found[0]);
        Same(expected[1], found[1]);
    }

    [Fact]
    public void Values_without_gradients_need_no_graph()
    {
        Assert.SkipUnless(PlaneConvolution.IsFast, "this processor has no vectors of eight numbers");
        using var scope = torch.NewDisposeScope();
        using var none = torch.no_grad();
        var input = torch.ones([1, 4, 3, 3], dtype: torch.float64, requires_grad: true);
        var value = Of(input, torch.ones([8, 4, 3, 3], dtype: torch.float64));
        Assert.False(value.requires_grad);
        Assert.Equal([16, 24, 16, 24, 36, 24, 16, 24, 16], value[0, 7].data<double>().ToArray());
    }

    [Fact]
    public void Values_in_any_order_in_memory_are_read()
    {
        Assert.SkipUnless(PlaneConvolution.IsFast, "this processor has no vectors of eight numbers");
        using var scope = torch.NewDisposeScope();
        var input = torch.randn([2, 5, 7, 4], dtype: torch.float64).permute(0, 3, 1, 2);
        var weight = torch.randn([8, 3, 3, 4], dtype: torch.float64).permute(0, 3, 1, 2);
        Same(torch.nn.functional.conv2d(input, weight, null, [1, 1], [1, 1]), Of(input, weight));
    }

    [Theory]
    [InlineData(4, 8, 1, true)]
    [InlineData(4, 8, 2, false)]
    [InlineData(3, 8, 1, false)]
    [InlineData(4, 12, 1, false)]
    public void Only_whole_tiles_of_stride_one_are_covered(int channels, int outs, int stride, bool covered)
    {
        using var input = torch.zeros([1, channels, 4, 4], dtype: torch.float64);
        using var weight = torch.zeros([outs, channels, 3, 3], dtype: torch.float64);
        using var single = input.to(torch.float32);
        var layer = Layer(channels, outs, stride);
        Assert.Equal(covered && PlaneConvolution.IsFast, DirectConvolution.Covers(layer, 1, input, weight));
        Assert.False(DirectConvolution.Covers(layer, 1, single, weight));
    }

    [Fact]
    public void The_number_of_threads_changes_no_bit()
    {
        Assert.SkipUnless(PlaneConvolution.IsFast, "this processor has no vectors of eight numbers");
        Assert.Equal(Bits(1), Bits(3));
    }

    private static double[] Bits(int threads)
    {
        double[] Wave(int count) => [.. Enumerable.Range(0, count).Select(i => Math.Sin(i))];
        var kernel = new PlaneConvolution((8, 6, 9), 16, threads);
        var (input, weight, gradient) = (Wave(5 * 8 * 54), Wave(16 * 8 * 9), Wave(5 * 16 * 54));
        var (output, ofInput, ofWeight) = (
            new double[gradient.Length],
            new double[input.Length],
            new double[weight.Length]
        );
        kernel.Forward(input, weight, output);
        kernel.InputGradient(gradient, weight, ofInput);
        kernel.WeightGradient(input, gradient, ofWeight);
        return [.. output, .. ofInput, .. ofWeight];
    }

    // Of the sum of all cubes, by input and weight, the gradients of the gradients' squares.
    private static Tensor[] Twice(Tensor value, Tensor input, Tensor weight)
    {
        var first = torch.autograd.grad(
            [value.pow(3).sum()],
            [input, weight],
            retain_graph: true,
            create_graph: true
        );
        return [.. torch.autograd.grad([first[0].pow(2).sum().add(first[1].pow(2).sum())], [input, weight])];
    }

    private static Tensor Of(Tensor input, Tensor weight) =>
        DirectConvolution.Of(Layer((int)input.shape[1], (int)weight.shape[0], 1), 1, input, weight);

    private static Convolution Layer(int channels, int outs, int stride) =>
        new("conv", channels, outs, 3, stride, 1);

    private static void Same(Tensor expected, Tensor actual)
    {
        Assert.Equal(expected.shape, actual.shape);
        var scale = expected.abs().max().item<double>();
        Assert.InRange(expected.sub(actual).abs().max().item<double>(), 0, 1e-13 * scale);
    }
}
