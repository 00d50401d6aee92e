using ZcBench.Supernets.Dependency;

namespace ZcBench.Supernets.Tests;

public sealed class DependencyTests : TorchTest
{
    private const int Logits = 6;

    [Fact]
    public void A_factor_gives_a_correlation_matrix()
    {
        using var scope = torch.NewDisposeScope();
        var free = torch.linspace(-2, 2, CorrelatedLogits.FreeCount(Logits), dtype: torch.float64);
        var factor = CorrelatedLogits.Factor(free, Logits);
        var correlation = factor.mm(factor.T);
        Assert.All(correlation.diag().Numbers(), value => Assert.Equal(1, value, 1e-12));
        Assert.True(torch.linalg.eigvalsh(correlation).min().item<double>() > 0);
        Assert.Equal(0, factor.triu(1).abs().sum().item<double>());
    }

    // To second order the expected loss depends on a correlation through the Hessian alone. Over the points
    // ±√K eᵢ a quadratic loss has its exact expectation.
    [Fact]
    public void For_a_quadratic_loss_the_gradient_over_balanced_points_is_the_exact_one()
    {
        using var scope = torch.NewDisposeScope();
        var hessian = torch.arange(36, dtype: torch.float64).reshape(6, 6).mul(0.1).sin();
        hessian = hessian.add(hessian.T);
        var mean = torch.linspace(-1, 1, Logits, dtype: torch.float64);
        var free = torch
            .linspace(-0.5, 0.7, CorrelatedLogits.FreeCount(Logits), dtype: torch.float64)
            .requires_grad_(true);
        var sum = torch.zeros(1, dtype: torch.float64);
        for (var i = 0; i < 2 * Logits; i++)
        {
            var noise = torch.zeros(Logits, dtype: torch.float64);
            noise[i / 2] = (i % 2 == 0 ? 1 : -1) * Math.Sqrt(Logits);
            var alpha = CorrelatedLogits.Sample(mean, free, noise);
            sum = sum.add(alpha.mul(hessian.mv(alpha)).sum().div(2));
        }

        var factor = CorrelatedLogits.Factor(free, Logits);
        var exact = mean.mul(hessian.mv(mean))
            .sum()
            .div(2)
            .add(hessian.mul(factor.mm(factor.T)).sum().div(2));
        var found = sum.div(2 * Logits);
        Assert.Equal(exact.item<double>(), found.item<double>(), 1e-12);
        var (a, b) = (torch.autograd.grad([exact], [free])[0], torch.autograd.grad([found], [free])[0]);
        Near.Equal(a.Numbers(), b.Numbers(), 1e-12, "gradient");
    }

    [Fact]
    public void Independent_logits_show_no_dependency()
    {
        var identity = new double[10, 10];
        for (var i = 0; i < 10; i++)
        {
            identity[i, i] = 1;
        }

        var found = EdgeDependencies.Of(identity, 5);
        Assert.Equal(1, found.Centred(0, 0), 1e-12);
        Assert.Equal(0, found.Centred(0, 1), 1e-12);
    }
}
