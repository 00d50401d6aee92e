using TorchSharp;
using F = TorchSharp.torch.nn.functional;

namespace ZcBench.Torch.Tests;

public sealed class LayerTests : TorchTest
{
    private static torch.Tensor Images => torch.arange(2 * 3 * 4 * 4).to(torch.float64).reshape(2, 3, 4, 4);

    [Fact]
    public void Conv2d_slides_kernels_over_images()
    {
        var weight = torch.ones([5L, 3L, 3L, 3L], torch.float64);
        Assert.Equal([2L, 5L, 2L, 2L], F.conv2d(Images, weight).shape);
        Assert.Equal([2L, 5L, 4L, 4L], F.conv2d(Images, weight, padding: [1]).shape);
        Assert.Equal([2L, 5L, 2L, 2L], F.conv2d(Images, weight, null, [2], [1]).shape);
        Assert.Equal([2L, 5L, 2L, 2L], F.conv2d(Images, weight, null, [1], [1], [2]).shape);
        // 3·(0+1+2+4+5+6+8+9+10) + 9·(0+16+32) + bias
        var bias = torch.full([5L], 0.5, torch.float64);
        Assert.Equal(567.5, F.conv2d(Images, weight, bias).flatten().select(0, 0).item<double>());
    }

    [Fact]
    public void Depthwise_conv2d_keeps_channels_apart()
    {
        var y = F.conv2d(Images, torch.ones([3L, 1L, 1L, 1L], torch.float64), groups: 3);
        Assert.Equal(0, (y - Images).abs().max().item<double>());
    }

    [Fact]
    public void Linear_multiplies_by_the_transposed_weights() =>
        Equals([1 + 4 + 10, 3 + 8 + 20], F.linear(Matrix(new[,] { { 1.0, 2 } }), Matrix(new[,] { { 1.0, 2 },
        { 3, 4 } }), Vector(10, 20)));

    [Fact]
    public void Batch_norm_standardises_each_channel()
    {
        var y = F.batch_norm(Images, null, null, training: true, eps: 0);
        Assert.Equal(Images.shape, y.shape);
        Equals([0, 0, 0], y.mean([0L, 2, 3]), 1e-12);
        Equals([1, 1, 1], y.var([0L, 2, 3], unbiased: false), 1e-12);
        var scaled = F.batch_norm(Images, null, null, Vector(2, 2, 2), Vector(1, 1, 1), training: true,
            eps: 0);
        Equals([1, 1, 1], scaled.mean([0L, 2, 3]), 1e-12);
    }

    [Theory]
    [InlineData(4)]
    [InlineData(20)]
    public void Batch_norm_of_channels_last_single_precision_keeps_its_digits(long channels)
    {
        // 16,384 numbers a channel: added one after the other in single precision they lose three digits.
        var wide = Waves(16 * 32 * 32 * channels).add(3).reshape(16, 32, 32, channels).permute(0, 3, 1, 2);
        var single = wide.to(torch.float32);
        var expected = F.batch_norm(single.to(torch.float64), null, null, training: true);
        var difference = F.batch_norm(single, null, null, training: true).to(torch.float64).sub(expected).abs().max().item<double>();
        Assert.True(difference < 2e-6, $"{difference}");
    }

    [Fact]
    public void Batch_norm_of_channels_last_values_has_the_derivatives_of_the_default_layout()
    {
        var values = Waves(4 * 6 * 5 * 3).reshape(4, 6, 5, 3).permute(0, 3, 1, 2);
        var gradient = Waves(4 * 6 * 5 * 3 * 2).narrow(0, 360, 360).reshape(4, 3, 6, 5);
        var last = Derivative(values, gradient);
        var first = Derivative(values.contiguous(), gradient);
        Assert.True(last.sub(first).abs().max().item<double>() < 1e-13);
    }

    [Fact]
    public void The_number_of_threads_changes_no_bit_of_batch_norm_of_channels_last_values()
    {
        var values = Waves(16 * 32 * 32 * 16).to(torch.float32).reshape(16, 32, 32, 16).permute(0, 3, 1, 2);
        var threads = torch.get_num_threads();
        torch.set_num_threads(1);
        var one = F.batch_norm(values, null, null, training: true);
        torch.set_num_threads(2);
        var two = F.batch_norm(values, null, null, training: true);
        torch.set_num_threads(threads);
        Assert.True(one.eq(two).all().item<bool>());
    }

    [Fact]
    public void Batch_norm_outside_training_uses_the_running_statistics()
    {
        var x = torch.ones([1L, 1L, 2L], torch.float64) * 5;
        Equals([2, 2], F.batch_norm(x, Vector(1), Vector(4), eps: 0));
    }

    [Fact]
    public void Pools_reduce_windows()
    {
        Assert.Equal([2L, 3L, 2L, 2L], F.avg_pool2d(Images, 2).shape);
        Assert.Equal([2L, 3L, 4L, 4L], F.avg_pool2d(Images, [3L, 3], [1L, 1], [1L, 1]).shape);
        var corner = Images.narrow(0, 0, 1).narrow(1, 0, 1);
        Equals([2.5, 4.5, 10.5, 12.5], F.avg_pool2d(corner, 2));
        Equals([5, 7, 13, 15], F.max_pool2d(corner, 2));
        Equals([7.5], F.adaptive_avg_pool2d(corner, 1));
        Assert.Equal([2L, 3L, 2L, 1L], F.adaptive_avg_pool2d(Images, [2L, 1L]).shape);
        Assert.Equal([2L, 3L, 2L, 2L], F.max_pool2d(Images, 3, 2, 1).shape);
    }

    [Fact]
    public void Padding_counts_in_the_mean_only_when_asked()
    {
        var one = torch.ones([1L, 1L, 1L, 1L], torch.float64);
        Equals([1.0 / 9], F.avg_pool2d(one, 3, 1, 1));
        Equals([1], F.avg_pool2d(one, 3, 1, 1, count_include_pad: false));
        Equals([0.5], F.avg_pool2d(one, 3, 1, 1, divisor_override: 2));
    }

    [Fact]
    public void Windows_become_columns_and_pixels_become_channels()
    {
        Assert.Equal([2L, 27L, 16L], F.unfold(Images, 3, padding: 1).shape);
        Assert.Equal([2L, 12L, 2L, 2L], F.pixel_unshuffle(Images, 2).shape);
    }

    [Fact]
    public void Softmax_and_cross_entropy_agree_with_their_formulas()
    {
        var logits = Matrix(new[,] { { 0.0, Math.Log(3) } });
        Equals([0.25, 0.75], F.softmax(logits, 1), 1e-12);
        Equals([Math.Log(0.25), Math.Log(0.75)], F.log_softmax(logits, 1), 1e-12);
        Equals([-Math.Log(0.75)], F.cross_entropy(logits, torch.tensor(new long[] { 1 })), 1e-12);
        var each = F.cross_entropy(logits, torch.tensor(new long[] { 1 }),
            reduction: torch.nn.Reduction.None);
        Assert.Equal([1L], each.shape);
    }

    [Fact]
    public void Relu_in_place_changes_its_input()
    {
        var t = Vector(-1, 2);
        Equals([0, 2], F.relu(t));
        Equals([-1, 2], t);
        Assert.Same(t, F.relu(t, inplace: true));
        Equals([0, 2], t);
    }

    // Numbers in [-1, 1] that do not repeat.
    private static torch.Tensor Waves(long count) =>
        torch.tensor([.. Enumerable.Range(0, (int)count).Select(i => 2 * (0.618033988749895 * i % 1) - 1)]);

    private static torch.Tensor Derivative(torch.Tensor values, torch.Tensor gradient)
    {
        var input = values.detach();
        input.requires_grad = true;
        var y = F.batch_norm(input, null, null, training: true);
        return torch.autograd.grad([y], [input], [gradient])[0];
    }
}
