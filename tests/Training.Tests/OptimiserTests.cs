namespace ZcBench.Training.Tests;

/// <summary>
/// The optimisers against libtorch's own, whose parameters TorchSharp counts twice: no check of live tensors.
/// </summary>
public sealed class OptimiserTests
{
    private const int Steps = 4;

    [Theory]
    [InlineData(false, 0)]
    [InlineData(true, 0)]
    [InlineData(true, 0.01)]
    public void Sgd_takes_the_steps_of_libtorch(bool isNesterov, double weightDecay)
    {
        using var scope = torch.NewDisposeScope();
        using var weights = Weights();
        using var momenta = new NamedTensors();
        var twins = weights.All.Select(weight => new TorchSharp.Modules.Parameter(weight.clone())).ToList();
        using var twin = torch.optim.SGD(
            twins,
            0.1,
            momentum: 0.9,
            weight_decay: weightDecay,
            nesterov: isNesterov
        );
        var own = new Sgd(0.9, isNesterov, weightDecay, Clip: null);
        for (var step = 0; step < Steps; step++)
        {
            own.Step(weights, Gradients(weights.All), momenta, 0.1);
            Step(twin, twins);
            Same(weights, twins);
        }
    }

    [Fact]
    public void Adam_takes_the_steps_of_libtorch()
    {
        using var scope = torch.NewDisposeScope();
        using var weights = Weights();
        using var moments = new NamedTensors();
        var twins = weights.All.Select(weight => new TorchSharp.Modules.Parameter(weight.clone())).ToList();
        using var twin = torch.optim.Adam(twins, 0.01, beta1: 0.5, beta2: 0.999, weight_decay: 0.001);
        var own = new Adam(0.01, 0.5, 0.999, 0.001);
        for (var step = 0; step < Steps; step++)
        {
            own.Step(weights, Gradients(weights.All), moments);
            Step(twin, twins);
            Same(weights, twins);
        }
    }

    [Fact]
    public void A_long_gradient_is_cut_to_the_norm_that_is_allowed_and_a_short_one_is_not()
    {
        using var scope = torch.NewDisposeScope();
        using var weights = new NamedTensors();
        using var momenta = new NamedTensors();
        weights.Set("w", torch.zeros(2, dtype: torch.float64));
        var own = new Sgd(0, IsNesterov: false, 0, Clip: 1);
        Assert.Equal(1, own.Step(weights, [torch.tensor([3.0, 4.0])], momenta, 1), 1e-6);
        Assert.Equal([-0.6, -0.8], weights["w"].data<double>(), (a, b) => Math.Abs(a - b) < 1e-6);
        Assert.Equal(0.5, own.Step(weights, [torch.tensor([0.3, 0.4])], momenta, 1), 1e-12);
    }

    [Fact]
    public void A_weight_without_gradient_stays_as_it_is()
    {
        using var scope = torch.NewDisposeScope();
        using var weights = new NamedTensors();
        using var momenta = new NamedTensors();
        weights.Set("w", torch.ones(2, dtype: torch.float64));
        new Sgd(0.9, IsNesterov: true, 0.1, Clip: null).Step(weights, [null], momenta, 1);
        Assert.Equal([1.0, 1.0], weights["w"].data<double>());
        Assert.Empty(momenta.Names);
    }

    [Fact]
    public void The_rate_falls_from_high_to_low_by_half_a_cosine()
    {
        var rate = new CosineRate(0.025, 0.001, 60);
        Assert.Equal(0.025, rate.Of(0));
        Assert.Equal(0.013, rate.Of(30), 1e-12);
        Assert.InRange(rate.Of(59), 0.001, 0.0011);
    }

    private static NamedTensors Weights()
    {
        var weights = new NamedTensors();
        weights.Set("a", torch.linspace(-1, 1, 6, dtype: torch.float64).reshape(2, 3));
        weights.Set("b", torch.linspace(0.5, 2, 4, dtype: torch.float64));
        return weights;
    }

    // Of a function whose curvature differs along its axes.
    private static List<Tensor> Gradients(IEnumerable<Tensor> weights) =>
        [.. weights.Select(weight => weight.detach().pow(3).add(weight.detach().mul(0.3)))];

    private static void Step(torch.optim.Optimizer optimiser, List<TorchSharp.Modules.Parameter> twins)
    {
        foreach (var (twin, gradient) in twins.Zip(Gradients(twins)))
        {
            twin.grad = gradient;
        }

        optimiser.step();
    }

    private static void Same(NamedTensors own, List<TorchSharp.Modules.Parameter> twins)
    {
        foreach (var (weight, twin) in own.All.Zip(twins))
        {
            Assert.True(weight.allclose(twin, rtol: 1e-12, atol: 1e-14));
        }
    }
}
