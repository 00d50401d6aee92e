using TorchSharp;

namespace ZcBench.Torch.Tests;

public sealed class AutogradTests : TorchTest
{
    [Fact]
    public void Backward_accumulates_into_leaves()
    {
        var x = torch.tensor(3.0, requires_grad: true);
        Assert.Null(x.grad);
        x.square().backward();
        Equals([6], x.grad!);
        x.square().backward();
        Equals([12], x.grad!);
    }

    [Fact]
    public void The_second_derivative_of_the_cube_is_six_x()
    {
        var x = torch.tensor(2.0, requires_grad: true);
        var first = torch.autograd.grad([x.pow(3)], [x], retain_graph: true, create_graph: true)[0];
        Equals([12], first);
        Assert.True(first.requires_grad);
        Equals([12], torch.autograd.grad([first], [x])[0]);
        Assert.Null(x.grad);
    }

    [Fact]
    public void Grad_outputs_weigh_the_outputs()
    {
        var x = torch.tensor(new[] { 1.0, 2.0 }, requires_grad: true);
        Equals([20, 4000], torch.autograd.grad([x.square()], [x], [Vector(10, 1000)])[0]);
    }

    [Fact]
    public void The_gradient_of_an_unused_input_is_an_invalid_tensor()
    {
        var x = torch.tensor(2.0, requires_grad: true);
        var unused = torch.tensor(2.0, requires_grad: true);
        var grads = torch.autograd.grad([x.square()], [x, unused], allow_unused: true);
        Assert.False(grads[0].IsInvalid);
        Assert.True(grads[1].IsInvalid);
        Assert.Throws<ObjectDisposedException>(() => grads[1].Handle);
    }

    [Fact]
    public void An_unused_input_is_an_error_unless_allowed()
    {
        var x = torch.tensor(2.0, requires_grad: true);
        var unused = torch.tensor(2.0, requires_grad: true);
        var error = Assert.Throws<TorchException>(() => torch.autograd.grad([x.square()], [x, unused]));
        Assert.StartsWith("autograd.grad failed on [] Float64 cpu", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void No_grad_stops_recording_until_it_ends()
    {
        var x = torch.tensor(2.0, requires_grad: true);
        Assert.True(torch.is_grad_enabled());
        using (torch.no_grad())
        {
            Assert.False(torch.is_grad_enabled());
            Assert.False(x.square().requires_grad);
            using (torch.enable_grad())
                Assert.True(x.square().requires_grad);
            Assert.False(torch.is_grad_enabled());
        }

        Assert.True(x.square().requires_grad);
        Assert.False(x.square().detach().requires_grad);
    }

    [Fact]
    public void Gradients_reach_through_a_small_network()
    {
        var x = torch.ones([1L, 1L, 4L, 4L], torch.float64);
        var w = torch.ones([1L, 1L, 3L, 3L], torch.float64, requires_grad: true);
        var y = torch.nn.functional.conv2d(x, w, null, [1], [1]).relu();
        torch.nn.functional.adaptive_avg_pool2d(y, 1).sum().backward();
        // The centre of the kernel meets all 16 pixels, a side 12, a corner 9.
        Equals([9, 12, 9, 12, 16, 12, 9, 12, 9], w.grad! * 16, 1e-12);
    }

    [Fact]
    public void Changing_a_leaf_in_place_is_an_error_while_recording()
    {
        var x = torch.ones([2L], requires_grad: true);
        Assert.Throws<TorchException>(() => x.add_(1));
        using (torch.no_grad())
            x.add_(1);
        Equals([2, 2], x.detach());
    }
}
