using System.Runtime.InteropServices;
using TorchSharp;

namespace ZcBench.Torch.Tests;

public sealed class ErrorTests : TorchTest
{
    [Fact]
    public void An_error_names_operation_shapes_dtype_and_device_and_says_what_libtorch_says()
    {
        var error = Assert.ThrowsAny<ExternalException>(() => torch.ones(2, 3).mm(torch.ones(4, 5)));
        Assert.IsType<TorchException>(error);
        Assert.StartsWith(
            "mm failed on [2, 3] Float32 cpu, [4, 5] Float32 cpu: mat1 and mat2 shapes cannot be multiplied",
            error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("\n", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("frame #", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Lists_of_tensors_are_named_too()
    {
        var error = Assert.Throws<TorchException>(() => torch.cat([torch.ones(2, 3), torch.ones(4)]));
        Assert.StartsWith("cat failed on [2, 3] Float32 cpu, [4] Float32 cpu: ", error.Message,
            StringComparison.Ordinal);
        error = Assert.Throws<TorchException>(() => torch.einsum("ij,jk->ik", torch.ones(2)));
        Assert.Contains("einsum 'ij,jk->ik'", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_operator_is_named_as_its_operation()
    {
        var error = Assert.Throws<TorchException>(() => torch.ones(2) + torch.ones(3));
        Assert.StartsWith("add failed on [2] Float32 cpu, [3] Float32 cpu: ", error.Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_layer_names_its_input_and_parameters()
    {
        var error = Assert.Throws<TorchException>(
            () => torch.nn.functional.conv2d(torch.ones(1, 3, 4, 4), torch.ones(2, 5, 3, 3)));
        Assert.StartsWith("conv2d failed on [1, 3, 4, 4] Float32 cpu, [2, 5, 3, 3] Float32 cpu: ",
            error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_next_operation_after_an_error_works()
    {
        Assert.Throws<TorchException>(() => torch.ones(2).view(3));
        Equals([2, 2], torch.ones(2) * 2);
    }
}
