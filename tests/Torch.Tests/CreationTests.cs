using System.Runtime.InteropServices;
using TorchSharp;

namespace ZcBench.Torch.Tests;

public sealed class CreationTests : TorchTest
{
    [Fact]
    public void Sizes_and_values_make_tensors()
    {
        Equals([0, 0], torch.zeros(2));
        Equals([1, 1], torch.ones([2L], torch.int32));
        Equals([1, 0, 0, 1], torch.eye(2));
        Equals([2.5, 2.5], torch.full([2L], 2.5));
        Equals([0, 1, 2], torch.arange(3));
        Equals([1, 1.5], torch.arange(1, 2, 0.5));
        Assert.Equal([2L, 3L, 4L, 5L], torch.empty(2, 3, 4, 5).shape);
        Assert.Equal(torch.float32, torch.zeros(1).dtype);
        Assert.Equal(torch.int64, torch.arange(3).dtype);
        Assert.Equal(torch.float32, torch.arange(0, 1, 0.5).dtype);
        Assert.Equal(torch.int64, torch.full([1L], 3).dtype);
    }

    [Fact]
    public void Likes_take_shape_and_type_of_another_unless_told()
    {
        var model = torch.zeros([2L, 3L], torch.float64);
        Assert.Equal((torch.float64, 6L), (torch.ones_like(model).dtype, torch.ones_like(model).numel()));
        Assert.Equal(torch.float32, torch.zeros_like(model, torch.float32).dtype);
        Assert.Equal([2L, 3L], torch.empty_like(model).shape);
        Assert.True(torch.ones_like(model, requires_grad: true).requires_grad);
    }

    [Fact]
    public void Arrays_are_copied_and_cast()
    {
        var array = new[] { 1f, 2, 3, 4 };
        var t = torch.tensor(array, [2, 2], torch.float64, requires_grad: true);
        array[0] = 9;
        Equals([1, 2, 3, 4], t);
        Assert.Equal(torch.float64, t.dtype);
        Assert.True(t.requires_grad);
        Assert.Equal(torch.int64, torch.tensor(new long[] { 1 }).dtype);
        Assert.Equal(torch.int32, torch.tensor(new[] { 1 }).dtype);
        Assert.Equal(torch.@bool, torch.tensor(new[] { true }).dtype);
        Assert.Equal(0, torch.tensor(3.0).ndim);
        Assert.Throws<ArgumentException>(() => torch.tensor(new[] { 1f }, [2L]));
    }

    [Fact]
    public void Bytes_reach_the_memory_both_ways()
    {
        var t = torch.zeros(3);
        MemoryMarshal.Cast<byte, float>(t.bytes)[1] = 5;
        Equals([0, 5, 0], t);
        t.bytes = MemoryMarshal.AsBytes(new[] { 1f, 2, 3 }.AsSpan());
        Assert.Equal([1f, 2f, 3f], MemoryMarshal.Cast<byte, float>(t.bytes).ToArray());
        Assert.Throws<ArgumentException>(() => t.bytes = new byte[3]);
        Assert.Throws<InvalidOperationException>(() => torch.zeros(2, 3).t().bytes.Length);
    }

    [Fact]
    public void Items_and_arrays_need_the_matching_net_type()
    {
        Assert.Equal(3.0, torch.tensor(3.0).item<double>());
        Assert.Equal(3f, torch.tensor(3.0).ToSingle());
        Assert.Equal(3, torch.tensor(3).ToInt32());
        Assert.Throws<ArgumentException>(() => torch.tensor(3.0).item<float>());
        Assert.Throws<ArgumentException>(() => torch.zeros(2).item<float>());
        Assert.Throws<ArgumentException>(() => torch.zeros(2).data<double>());
    }

    [Fact]
    public void An_accessor_follows_the_strides()
    {
        var t = torch.arange(6).reshape(2, 3).t();
        Assert.Equal([0L, 3, 1, 4, 2, 5], t.data<long>().ToArray());
        Assert.Equal(4, t.data<long>()[1, 1]);
        Assert.Equal(3, t.data<long>()[1]);
        Assert.Equal(6, t.data<long>().Count);
        Assert.Throws<ArgumentOutOfRangeException>(() => t.data<long>()[6]);
    }

    [Fact]
    public void Casts_give_the_type_asked_for()
    {
        var t = Vector(1.7, 0);
        Assert.Equal(torch.int64, t.to(torch.int64).dtype);
        Equals([1, 0], t.to(torch.int64));
        Assert.Equal(torch.@bool, t.to(torch.@bool, torch.CPU).dtype);
        Assert.Equal(torch.float32, t.to(torch.zeros(1)).dtype);
        Assert.Equal(torch.float64, t.clone().cpu().detach().to_type(torch.float64).dtype);
    }
}
