using ZcBench.Benchmarks.Blueprints;
using ZcBench.Benchmarks.Randomness;
using ZcBench.Proxies.Population;
using ZcBench.Proxies.Probe.Observations;

namespace ZcBench.Proxies.Tests.Kernels;

/// <summary>Convolutions whose channels are cut into groups, and shifts by one pixel.</summary>
public sealed class GroupedConvolutionTests : TorchTest
{
    private const int Samples = 3;

    [Theory]
    [InlineData(8, 8, 8, 3, 1, 1)]
    [InlineData(8, 8, 8, 5, 2, 1)]
    [InlineData(8, 16, 4, 3, 2, 1)]
    [InlineData(16, 8, 2, 1, 1, 1)]
    [InlineData(8, 8, 8, 3, 1, 2)]
    [InlineData(8, 8, 8, 5, 2, 2)]
    [InlineData(16, 16, 1, 3, 1, 2)]
    [InlineData(8, 8, 1, 5, 1, 3)]
    public void Rows_of_samples_are_the_gradients_of_each_sample(
        int channels,
        int outChannels,
        int groups,
        int kernel,
        int stride,
        int dilation
    )
    {
        using var scope = torch.NewDisposeScope();
        var conv = Conv(channels, outChannels, groups, kernel, stride, dilation);
        var input = Values("input", Samples, channels, 6, 6);
        var weight = Values("weight", outChannels, conv.GroupIn, kernel, kernel).requires_grad_();
        var side = 6 / stride;
        var grouped = Grouped(conv, side);
        var step = grouped.Slots[0].Step;
        var output = Arithmetic.Convolve(grouped, conv, input, weight);
        var gradient = Values("gradient", Samples, outChannels, side, side);
        var rows = SampleKernel.LayerRows(new(step, input, output, weight), gradient);
        for (var n = 0; n < Samples; n++)
        {
            var product = output.narrow(0, n, 1).mul(gradient.narrow(0, n, 1)).sum();
            var expected = torch.autograd.grad([product], [weight], retain_graph: true)[0];
            Assert.True(rows.select(0, n).allclose(expected.reshape(-1)));
        }
    }

    // Sums over the kernel's weights, pixel by pixel.
    [Theory]
    [InlineData(4, 4, 4, 3, 1, 2)]
    [InlineData(4, 4, 4, 5, 2, 2)]
    [InlineData(4, 6, 2, 3, 2, 3)]
    [InlineData(3, 2, 1, 3, 1, 1)]
    public void A_convolution_is_the_sum_over_its_dilated_kernel(
        int channels,
        int outChannels,
        int groups,
        int kernel,
        int stride,
        int dilation
    )
    {
        const int Side = 7;
        using var scope = torch.NewDisposeScope();
        var conv = Conv(channels, outChannels, groups, kernel, stride, dilation);
        var input = Values("input", 1, channels, Side, Side);
        var weight = Values("weight", outChannels, conv.GroupIn, kernel, kernel);
        var size = (Side + 2 * conv.Padding - conv.Reach) / stride + 1;
        var output = Arithmetic.Convolve(Grouped(conv, size), conv, input, weight);
        Assert.Equal([1, outChannels, size, size], output.shape);
        var (x, w, y) = (Numbers(input), Numbers(weight), Numbers(output));
        for (var unit = 0; unit < y.Length; unit++)
        {
            var (channel, row, column) = (unit / (size * size), unit / size % size, unit % size);
            var sum = 0.0;
            for (var term = 0; term < conv.FanIn; term++)
            {
                var (own, i, j) = (term / (kernel * kernel), term / kernel % kernel, term % kernel);
                var from = channel / (outChannels / groups) * conv.GroupIn + own;
                var (h, v) = (
                    row * stride - conv.Padding + dilation * i,
                    column * stride - conv.Padding + dilation * j
                );
                if (h is >= 0 and < Side && v is >= 0 and < Side)
                {
                    sum += w[channel * conv.FanIn + term] * x[(from * Side + h) * Side + v];
                }
            }

            Assert.Equal(sum, y[unit], 12);
        }
    }

    [Fact]
    public void Weights_and_operations_count_the_inputs_of_one_group()
    {
        var conv = new Convolution("conv", 12, 24, 5, 1, 2, Groups: 12);
        Assert.Equal(25, conv.FanIn);
        Assert.Equal(24 * 25, conv.Weights);
    }

    [Fact]
    public void A_shift_moves_up_and_left_and_fills_with_zeros()
    {
        using var scope = torch.NewDisposeScope();
        var input = torch.arange(1, 7, torch.float64).reshape(1, 1, 2, 3);
        Assert.Equal([5, 6, 0, 0, 0, 0], Shifted(input).reshape(-1).data<double>().ToArray());
        Assert.Equal(
            [0],
            Shifted(input.narrow(2, 0, 1).narrow(3, 0, 1)).reshape(-1).data<double>().ToArray()
        );
    }

    private static Convolution Conv(
        int channels,
        int outChannels,
        int groups,
        int kernel,
        int stride,
        int dilation
    ) => new("conv", channels, outChannels, kernel, stride, dilation * (kernel / 2), groups, dilation);

    private static GroupedStep Grouped(Convolution conv, int side)
    {
        var step = new Step(1, conv, [0], new(conv.Out, side, side), IsZero: false);
        return new(1, conv, [new(0, step)], [new([new(0, 0, 1)], false)], 1);
    }

    private static double[] Numbers(Tensor tensor) => tensor.reshape(-1).data<double>().ToArray();

    private static Tensor Shifted(Tensor input)
    {
        var shape = new Shape(1, (int)input.shape[2], (int)input.shape[3]);
        var slot = new Slot(0, new(1, new Shift(), [0], shape, IsZero: false));
        var step = new GroupedStep(1, new Shift(), [slot], [new([new(0, 0, 1)], false)], 1);
        return Arithmetic.Rearrange(step, [input]);
    }

    private static Tensor Values(string name, params long[] shape)
    {
        var random = new CounterRandom(0, name);
        var count = shape.Aggregate((a, b) => a * b);
        var values = Enumerable.Range(0, (int)count).Select(i => random.Normal(i)).ToArray();
        return torch.tensor(values, shape);
    }
}
