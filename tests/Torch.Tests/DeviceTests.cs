using TorchSharp;

namespace ZcBench.Torch.Tests;

public sealed class DeviceTests : TorchTest
{
    [Fact]
    public void Texts_name_devices()
    {
        Assert.Equal("cpu", torch.device("cpu").ToString());
        Assert.Equal((DeviceType.CUDA, 1), (torch.device("cuda:1").type, torch.device("cuda:1").index));
        torch.Device implicitly = "CUDA";
        Assert.Equal("cuda", implicitly.ToString());
    }

    [Theory]
    [InlineData("gpu")]
    [InlineData("cuda:x")]
    [InlineData("1")]
    [InlineData("")]
    public void Other_texts_are_refused(string text) =>
        Assert.Contains(text, Assert.Throws<ArgumentException>(() =>
            torch.device(text)).Message, StringComparison.Ordinal);

    [Fact]
    public void A_cuda_device_computes_and_copies_back()
    {
        Assert.SkipUnless(torch.cuda.is_available(), "no CUDA device");
        Assert.True(torch.cuda.device_count() > 0);
        var t = torch.ones(4).to(torch.CUDA);
        Assert.True(t.is_cuda);
        Assert.Equal(DeviceType.CUDA, t.device.type);
        var product = torch.eye(64).cuda().matmul(torch.ones(64, 64).cuda());
        torch.cuda.synchronize();
        Assert.Equal(64 * 64, product.sum().ToSingle());
        Equals([2, 2, 2, 2], (t + t).cpu());
        Assert.Throws<InvalidOperationException>(() => t.data<float>());
    }

    [Fact]
    public void Convolutions_on_a_cuda_device_agree_with_the_cpu()
    {
        Assert.SkipUnless(torch.cuda.is_available(), "no CUDA device");
        torch.backends.cudnn.allow_tf32 = false;
        var x = torch.arange(2 * 3 * 8 * 8).to(torch.float32).reshape(2, 3, 8, 8) / 100;
        var w = torch.arange(4 * 3 * 3 * 3).to(torch.float32).reshape(4, 3, 3, 3) / 100;
        var here = torch.nn.functional.conv2d(x, w, null, [1], [1]);
        var there = torch.nn.functional.conv2d(x.cuda(), w.cuda(), null, [1], [1]).cpu();
        Assert.True((here - there).abs().max().ToSingle() < 1e-3);
    }

    [Fact]
    public void Without_a_cuda_device_using_one_is_an_error()
    {
        Assert.SkipWhen(torch.cuda.is_available(), "there is a CUDA device");
        Assert.Equal(0, torch.cuda.device_count());
        var error = Assert.Throws<TorchException>(() => torch.zeros([2L], device: torch.CUDA));
        Assert.StartsWith("zeros failed: ", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Tf32_switches_keep_what_they_are_set_to()
    {
        var (products, convolutions) = (torch.backends.cuda.matmul.allow_tf32,
            torch.backends.cudnn.allow_tf32);
        torch.backends.cuda.matmul.allow_tf32 = !products;
        torch.backends.cudnn.allow_tf32 = !convolutions;
        Assert.Equal(!products, torch.backends.cuda.matmul.allow_tf32);
        Assert.Equal(!convolutions, torch.backends.cudnn.allow_tf32);
        torch.backends.cuda.matmul.allow_tf32 = products;
        torch.backends.cudnn.allow_tf32 = convolutions;
    }
}
