using TorchSharp;

namespace ZcBench.Torch.Tests;

public sealed class ReductionTests : TorchTest
{
    private static torch.Tensor Table => torch.tensor(new[,] { { 1.0, 2, 3 }, { 4, 5, 9 } });

    [Fact]
    public void Sums_run_over_all_or_some_dimensions()
    {
        Equals([24], Table.sum());
        Equals([5, 7, 12], Table.sum(0L));
        Equals([6, 18], Table.sum([1L]));
        Equals([24], Table.sum(0, 1));
        Assert.Equal([2L, 1L], Table.sum(1, keepdim: true).shape);
        Assert.Equal(torch.float64, Table.to(torch.float32).sum(torch.float64).dtype);
    }

    [Fact]
    public void Means_run_over_all_or_some_dimensions()
    {
        Equals([4], Table.mean());
        Equals([2, 6], Table.mean([1L]));
        Assert.Equal([2L, 1L], Table.mean([1L], keepdim: true).shape);
    }

    [Fact]
    public void Variances_divide_by_n_or_by_one_less()
    {
        Equals([1, 7], Table.var([1L]));
        Equals([2.0 / 3, 14.0 / 3], Table.var([1L], unbiased: false), 1e-12);
        Equals([1, Math.Sqrt(7)], Table.std(1));
        Equals([Math.Sqrt(40.0 / 5)], Table.std());
        Assert.Equal([2L, 1L], Table.std([1L], unbiased: false, keepdim: true).shape);
    }

    [Fact]
    public void Extremes_come_with_their_places()
    {
        Equals([9], Table.max());
        Equals([1], Table.min());
        var (values, places) = Table.max(1);
        Equals([3, 9], values);
        Equals([2, 2], places);
        (values, places) = Table.min(0);
        Equals([1, 2, 3], values);
        Equals([0, 0, 0], places);
        Equals([4, 5, 9], Table.amax(0));
        Equals([1, 4], Table.amin([1L], keepdim: false));
        Equals([5], Table.argmax());
        Equals([2, 2], Table.argmax(1));
    }

    [Fact]
    public void Norms_and_truth_values_reduce()
    {
        Equals([5], Vector(3, 4).norm());
        Equals([7], Vector(3, -4).norm(1f));
        Equals([3, 4], Matrix(new[,] { { 3.0, 0 }, { 0, 4 } }).norm(1));
        Assert.True(Vector(0, 1).any().item<bool>());
        Assert.False(Vector(0, 1).all().ToBoolean());
        Equals([1, 0], Matrix(new[,] { { 1.0, 0 }, { 0, 0 } }).any(1));
        Equals([0, 1], Matrix(new[,] { { 1.0, 0 }, { 2, 3 } }).all(1));
    }
}
