using ZcBench.Benchmarks.Randomness;
using ZcBench.Proxies.Networks;
using ZcBench.Scores;

namespace ZcBench.Proxies.Tests;

public sealed class CounterTensorTests : TorchTest
{
    private const int Count = 10_000;

    [Theory]
    [InlineData(0, "stem.conv")]
    [InlineData(-3, "cells.4.edges.0")]
    public void Elements_are_those_of_the_host_bit_for_bit(long seed, string path)
    {
        var random = new CounterRandom(seed, path);
        using var drawn = CounterTensor.Uniform(random, Count, torch.CPU);
        Assert.Equal(
            Enumerable.Range(0, Count).Select(i => random.Uniform(i)),
            drawn.data<double>().ToArray()
        );
    }

    [Fact]
    public void Weights_are_those_of_the_host_bit_for_bit()
    {
        var init = new WeightInit(InitKind.Default, 5);
        using var drawn = init.WeightsOn(torch.CPU, "layer", Count, fanIn: 27)!;
        Assert.Equal(init.Weights("layer", Count, 27), drawn.data<float>().ToArray());
    }

    [Fact]
    public void Normal_weights_are_left_to_the_host() =>
        Assert.Null(new WeightInit(InitKind.KaimingNormal, 0).WeightsOn(torch.CPU, "layer", 4, 2));
}
