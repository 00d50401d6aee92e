using TorchSharp;

namespace ZcBench.Torch.Tests;

public sealed class ShapeTests : TorchTest
{
    private static torch.Tensor Table => torch.arange(6).reshape(2, 3);

    [Fact]
    public void Views_share_memory_and_change_the_shape()
    {
        var t = Table;
        t.view(6).select(0, 0).fill_(7);
        Assert.Equal(7, t.select(0, 0).select(0, 0).item<long>());
        Assert.Equal([3L, 2L], t.t().shape);
        Assert.Equal([3L, 2L], t.transpose(0, 1).shape);
        Assert.Equal([3L, 2L], t.permute(1, 0).shape);
        Assert.Equal([1L, 3L], t.t().stride());
        Assert.False(t.t().is_contiguous());
        Assert.True(t.t().contiguous().is_contiguous());
        Assert.Equal([2L, 1L, 3L], t.unsqueeze(1).shape);
        Assert.Equal([2L, 3L], t.unsqueeze(1).squeeze().shape);
        Assert.Equal([2L, 3L], t.unsqueeze(1).squeeze(1).shape);
        Assert.Equal([6L], t.flatten().shape);
        Assert.Equal([4L, 2L, 3L], t.expand(4, 2, 3).shape);
        Assert.Equal(2, t.ndim);
        Assert.Equal(6, t.numel());
        Assert.Equal(3, t.size(-1));
    }

    [Fact]
    public void Slices_take_part_of_a_dimension()
    {
        Equals([1, 2, 4, 5], Table.narrow(1, 1, 2));
        Equals([0, 2, 3, 5], Table.slice(1, 0, 3, 2));
        Equals([3, 4, 5], Table.select(0, 1));
        Equals([2, 0, 5, 3], Table.index_select(1, torch.tensor(new long[] { 2, 0 })));
        Equals([1, 5], Table.gather(1, torch.tensor(new long[,] { { 1 }, { 2 } })));
        Equals([0, 4], Table.diagonal(0, 0, 1));
        Equals([4], Table.narrow(1, 0, 2).trace());
    }

    [Fact]
    public void Joins_put_tensors_after_or_upon_each_other()
    {
        Equals([1, 2, 3], torch.cat([Vector(1, 2), Vector(3)]));
        Assert.Equal([2L, 6L], torch.cat([Table, Table], 1).shape);
        Assert.Equal([2L, 2L], torch.stack([Vector(1, 2), Vector(3, 4)]).shape);
        Equals([1, 3, 2, 4], torch.stack([Vector(1, 2), Vector(3, 4)], 1));
        Equals([11], torch.einsum("i,i->", Vector(1, 2), Vector(3, 4)));
        Equals([1, 9], torch.where(Vector(1, 0).eq(1), Vector(1, 2), Vector(8, 9)));
    }

    [Fact]
    public void A_short_text_describes_a_tensor() =>
        Assert.Equal("[2x3], type = Int64, device = cpu", Table.ToString());
}
