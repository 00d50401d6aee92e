using ZcBench.Proxies.Catalogue;
using ZcBench.Proxies.Engine;
using ZcBench.Proxies.Kernels;
using ZcBench.Proxies.Probe.Observations;

namespace ZcBench.Proxies.Tests.Kernels;

/// <summary>The Fisher matrices of a classifier and the entropy of their spectrum, by hand.</summary>
public sealed class LogitFisherTests : TorchTest
{
    [Fact]
    public void Two_equal_logits_with_their_own_parameters_have_eigenvalues_of_a_half_and_zero()
    {
        using var scope = torch.NewDisposeScope();
        var fisher = LogitFisher.Exact(2).Of(Equal(2), torch.eye(2, dtype: torch.float64).unsqueeze(0));
        double[] values = [.. Numbers.All(torch.linalg.eigvalsh(fisher)).Select(Math.Abs).Order()];
        Assert.Equal(0, values[0], 1e-15);
        Assert.Equal(0.5, values[1], 1e-15);
        Assert.Equal(
            Enumerable.Range(1, 9).Select(k => 0.05 * k),
            DecileEntropy.Deciles(values),
            (a, b) => Math.Abs(a - b) < 1e-15
        );
        Assert.Equal(2.0498407, DecileEntropy.Of(values)!.Value, 1e-7);
    }

    [Fact]
    public void The_code_takes_L_for_its_transpose()
    {
        using var scope = torch.NewDisposeScope();
        var jacobian = torch.diag(torch.tensor(new double[] { 1, 2 })).unsqueeze(0);
        Assert.Equal(1.25, LogitFisher.Exact(2).Of(Equal(2), jacobian).trace().item<double>(), 1e-14);
        Assert.Equal(0.5, LogitFisher.Exact(2).Swapped(Equal(2), jacobian).trace().item<double>(), 1e-14);
    }

    [Fact]
    public void The_factor_times_its_transpose_is_the_covariance_of_a_drawn_class()
    {
        using var scope = torch.NewDisposeScope();
        var logits = torch.tensor(new double[] { 0.3, -1, 2, 0.7 }).unsqueeze(0);
        var pi = torch
            .nn.functional.softmax(logits, 1)[0]
            .mul(Scalars.Of(0.95))
            .add(Scalars.Of(0.0125), Scalars.Of(1));
        var factor = LogitFisher.Exact(4).Factor(logits)[0];
        var expected = torch.diag(pi).sub(pi.outer(pi));
        Assert.True(factor.mm(factor.t()).sub(expected).abs().max().item<double>() < 1e-15);
    }

    [Fact]
    public void With_a_thousand_classes_the_codes_probabilities_leave_less_than_nothing_for_the_last()
    {
        using var scope = torch.NewDisposeScope();
        Assert.True(LogitFisher.Exact(1000).Factor(Equal(1000)).isfinite().all().item<bool>());
        Assert.False(LogitFisher.Half(1000).Factor(LastIsUnlikely(1000)).isfinite().all().item<bool>());
    }

    [Fact]
    public void The_code_smooths_in_half_precision()
    {
        using var scope = torch.NewDisposeScope();
        var two = LogitFisher.Half(2).Factor(Equal(2))[0];
        Assert.Equal(0.50018316, two.t().mm(two)[0, 0].item<double>(), 1e-8);
        var ten = LogitFisher.Half(10).Factor(Equal(10))[0];
        Assert.Equal(0.30002238, ten[0, 0].item<double>(), 1e-8);
        Assert.Equal(-0.03334204, ten[1, 0].item<double>(), 1e-8);
        Assert.Equal(0.29816394, ten[1, 1].item<double>(), 1e-8);
        Assert.Equal(0.00499725341796875, LogitFisher.Half(10).Floor);
        Assert.Equal(0.000499725341796875, LogitFisher.Half(100).Floor);
        Assert.Equal(0.0004165172576904297, LogitFisher.Half(120).Floor);
    }

    [Fact]
    public void Equal_deciles_have_the_entropy_of_nine_outcomes() =>
        Assert.Equal(Math.Log(9), DecileEntropy.Of([3, 3, 3])!.Value, 1e-8);

    [Fact]
    public void A_spectrum_of_one_value_above_noise_has_no_entropy() =>
        Assert.Null(DecileEntropy.Of([.. new double[20], 1]));

    // The last class has what the smoothing gives it.
    private static Tensor LastIsUnlikely(int classes) =>
        torch.cat([torch.zeros(1, classes - 1), torch.full([1, 1], Scalars.Of(-100))], 1).to(torch.float64);

    private static Tensor Equal(int classes) => torch.zeros([1, classes], dtype: torch.float64);
}
