using ZcBench.Benchmarks.Blueprints;
using ZcBench.Benchmarks.Randomness;
using ZcBench.Proxies.Kernels;
using ZcBench.Proxies.Networks;
using ZcBench.Proxies.Population;
using ZcBench.Proxies.Probe.Observations;

namespace ZcBench.Proxies.Tests;

/// <summary>
/// What is computed on tensors' memory on the CPU and by tensor operations on a GPU is the same.
/// </summary>
public sealed class TwoWaysTests : TorchTest
{
    [Theory]
    [InlineData(1e-5)]
    [InlineData(1)]
    public void Second_order_norm(double epsilon)
    {
        using var scope = torch.NewDisposeScope();
        var quad = Values(4 * 3, 16, 5, 6);
        Near(Curvature.NormaliseByTensors(quad, epsilon), Curvature.NormaliseWhereItLies(quad, epsilon));
    }

    [Theory]
    [InlineData(3, 1, 1)]
    [InlineData(2, 2, 0)]
    public void Average_of_windows(int kernel, int stride, int padding)
    {
        using var scope = torch.NewDisposeScope();
        var value = Values(3, 16, 6, 8);
        Near(
            torch.nn.functional.avg_pool2d(
                value,
                [kernel, kernel],
                [stride, stride],
                [padding, padding],
                count_include_pad: false
            ),
            WindowAverage.ByConvolution(value, new(kernel, stride, padding))
        );
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Products_of_samples(int stride)
    {
        Assert.SkipUnless(PatchProducts.IsFast, "this processor takes the other way too");
        using var scope = torch.NewDisposeScope();
        var conv = new Convolution("conv", 16, 8, 3, stride, 1);
        var step = new Step(1, conv, [0], new(8, 6 / stride, 6 / stride), IsZero: false);
        var (input, gradient) = (Values(3, 16, 6, 6), Values(3, 8, 6 / stride, 6 / stride));
        var tap = new Tap(step, input, gradient, gradient);
        Near(
            Gram(SampleKernel.ByPatches(tap, conv, gradient)),
            Gram(SampleKernel.Direct(tap, conv, gradient))
        );
    }

    [Theory]
    [InlineData(4, 8)]
    [InlineData(12, 1048)]
    public void Products_of_rows(int samples, int length)
    {
        Assert.SkipUnless(RowProducts.IsFast, "this processor takes the other way too");
        using var scope = torch.NewDisposeScope();
        var rows = Values(samples, length, 1, 1).reshape(samples, length);
        Assert.True(RowProducts.Covers<double>(samples, length));
        Near(Gram(rows), SampleKernel.GramWhereItLies(rows));
    }

    [Fact]
    public void Agreement_of_activation_codes()
    {
        using var scope = torch.NewDisposeScope();
        const int Samples = 5;
        Slot[] slots = [Relu(0, readings: 2), Relu(1, readings: 1), Relu(0, readings: 1)];
        var step = new GroupedStep(1, slots[0].Step.Operation, [.. slots], [], 1);
        var value = Values(Samples, 3 * 4, 3, 2);
        var onDevice = new AgreementOnDevice(2, Samples, torch.CPU);
        onDevice.Add(step, value);
        AgreementKernel[] products = [new(Samples), new(Samples)];
        onDevice.AddTo(products);

        AgreementKernel[] bits = [new(Samples), new(Samples)];
        var codes = new SignCodes();
        foreach (var (position, slot) in slots.Index())
        {
            Rows.Pack(Rows.SampleMajor(step.Part(value, position)), Samples, codes);
            bits[slot.Member].Add(codes, ((Relu)slot.Step.Operation).Readings);
        }

        foreach (var (expected, actual) in bits.Zip(products))
        {
            Assert.Equal(expected.Units, actual.Units);
            for (var pair = 0; pair < Samples * Samples; pair++)
            {
                Assert.Equal(
                    expected.Distance(pair / Samples, pair % Samples),
                    actual.Distance(pair / Samples, pair % Samples)
                );
            }
        }
    }

    private static Slot Relu(int member, int readings) =>
        new(member, new(1, new Relu(1, readings), [0], new(4, 3, 2), IsZero: false));

    private static Tensor Gram(Tensor rows) => rows.mm(rows.t());

    private static void Near(Tensor expected, Tensor actual) =>
        Assert.True(
            expected.sub(actual).abs().max().item<double>() <= 1e-12 * expected.abs().max().item<double>()
        );

    private static Tensor Values(params long[] shape)
    {
        var random = new CounterRandom(0, "tests/ways");
        return Placement.Cpu64.Maps(
            [
                .. Enumerable
                    .Range(0, (int)shape.Aggregate((a, b) => a * b))
                    .Select(i => (float)random.Normal(i)),
            ],
            shape
        );
    }
}
