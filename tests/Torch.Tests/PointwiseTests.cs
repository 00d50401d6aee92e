using TorchSharp;

namespace ZcBench.Torch.Tests;

public sealed class PointwiseTests : TorchTest
{
    public static TheoryData<string, Func<torch.Tensor, torch.Tensor>, double[]> Unary => new()
    {
        { "abs", t => t.abs(), [4, 1, 0.25] },
        { "neg", t => t.neg(), [4, -1, -0.25] },
        { "unary minus", t => -t, [4, -1, -0.25] },
        { "sqrt", t => t.abs().sqrt(), [2, 1, 0.5] },
        { "rsqrt", t => t.abs().rsqrt(), [0.5, 1, 2] },
        { "log", t => t.abs().log(), [Math.Log(4), 0, Math.Log(0.25)] },
        { "exp", t => t.exp(), [Math.Exp(-4), Math.E, Math.Exp(0.25)] },
        { "sign", t => t.sign(), [-1, 1, 1] },
        { "square", t => t.square(), [16, 1, 0.0625] },
        { "reciprocal", t => t.reciprocal(), [-0.25, 1, 4] },
        { "relu", t => t.relu(), [0, 1, 0.25] },
        { "pow by a number", t => t.pow(2), [16, 1, 0.0625] },
        { "pow by a tensor", t => t.pow(torch.tensor([2.0, 3.0, 1.0])), [16, 1, 0.25] },
        { "logical_not", t => t.sub(1).logical_not(), [0, 1, 0] },
        { "clamp", t => t.clamp(-1, 0.5), [-1, 0.5, 0.25] },
        { "clamp below", t => t.clamp(min: 0), [0, 1, 0.25] },
        { "clamp_min", t => t.clamp_min(-2), [-2, 1, 0.25] },
        { "clamp_max", t => t.clamp_max(0.5), [-4, 0.5, 0.25] },
        { "maximum", t => t.maximum(torch.tensor(0.5)), [0.5, 1, 0.5] },
        { "minimum", t => t.minimum(torch.tensor(0.5)), [-4, 0.5, 0.25] },
        { "plus a number", t => t + 1, [-3, 2, 1.25] },
        { "a number plus", t => 1 + t, [-3, 2, 1.25] },
        { "minus a number", t => t - 0.5, [-4.5, 0.5, -0.25] },
        { "a number minus", t => 1 - t, [5, 0, 0.75] },
        { "times a number", t => t * 2.0, [-8, 2, 0.5] },
        { "a number times", t => 2 * t, [-8, 2, 0.5] },
        { "over a number", t => t / 4, [-1, 0.25, 0.0625] },
        { "a number over", t => 1.0 / t, [-0.25, 1, 4] },
        { "plus a tensor", t => t + t, [-8, 2, 0.5] },
        { "minus a tensor", t => t - t, [0, 0, 0] },
        { "times a tensor", t => t * t, [16, 1, 0.0625] },
        { "over a tensor", t => t / t, [1, 1, 1] },
        { "add with a factor", t => t.add(t, 2), [-12, 3, 0.75] },
        { "sub with a factor", t => t.sub(t, 2), [4, -1, -0.25] },
        { "gt", t => t.gt(0.25), [0, 1, 0] },
        { "ge", t => t.ge(0.25), [0, 1, 1] },
        { "lt", t => t.lt(0.25), [1, 0, 0] },
        { "le", t => t.le(0.25), [1, 0, 1] },
        { "eq", t => t.eq(0.25), [0, 0, 1] },
        { "ne", t => t.ne(0.25), [1, 1, 0] },
        { "gt a tensor", t => t.gt(t.abs()), [0, 0, 0] },
        { "ge a tensor", t => t.ge(t.abs()), [0, 1, 1] },
        { "lt a tensor", t => t.lt(t.abs()), [1, 0, 0] },
        { "le a tensor", t => t.le(t.abs()), [1, 1, 1] },
        { "eq a tensor", t => t.eq(t.abs()), [0, 1, 1] },
        { "ne a tensor", t => t.ne(t.abs()), [1, 0, 0] },
        { "where", t => t.where(t.gt(0), torch.tensor(7.0)), [7, 1, 0.25] },
        { "masked_fill", t => t.masked_fill(t.lt(0), 9), [9, 1, 0.25] },
    };

    [Theory]
    [MemberData(nameof(Unary), DisableDiscoveryEnumeration = true)]
    public void Operations_give_the_numbers_done_by_hand(
        string name, Func<torch.Tensor, torch.Tensor> operation, double[] expected)
    {
        Assert.NotEmpty(name);
        Equals(expected, operation(Vector(-4, 1, 0.25)));
    }

    [Fact]
    public void Infinite_and_nan_elements_are_found()
    {
        var t = Vector(1, double.NaN, double.PositiveInfinity);
        Equals([1, 0, 0], t.isfinite());
        Equals([0, 1, 0], t.isnan());
    }

    [Fact]
    public void In_place_arithmetic_changes_the_tensor_and_returns_it()
    {
        var t = Vector(1, 2);
        Assert.Same(t, t.add_(1).sub_(3).mul_(4).div_(2));
        Equals([-2, 0], t);
        t.add_(Vector(1, 1)).sub_(Vector(2, 2)).mul_(Vector(3, 3)).div_(Vector(9, 1));
        Equals([-1, -3], t);
        t.add_(Vector(1, 1), 2).sub_(Vector(1, 1), 0.5);
        Equals([0.5, -1.5], t);
        Equals([0, 0], t.zero_());
        Equals([3, 3], t.fill_(3));
        Equals([5, 6], t.copy_(Vector(5, 6)));
    }

    [Fact]
    public void Integers_stay_exact_beyond_the_mantissa_of_a_double()
    {
        const long Big = (1L << 53) + 1;
        Assert.Equal(Big, torch.full([1L], Big).item<long>());
        Assert.Equal(Big, (torch.zeros([1L], torch.int64) + Big).ToInt64());
    }
}
