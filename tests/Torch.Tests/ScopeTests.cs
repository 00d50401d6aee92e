using TorchSharp;

namespace ZcBench.Torch.Tests;

public sealed class ScopeTests : TorchTest
{
    [Fact]
    public void A_scope_frees_what_was_made_in_it_temporaries_included()
    {
        var before = torch.Tensor.TotalCount;
        using (var scope = torch.NewDisposeScope())
        {
            _ = (torch.ones(2) * 2 + 1).clamp(0, 1).sum();
            Assert.True(torch.Tensor.TotalCount > before);
            Assert.Equal(torch.Tensor.TotalCount - before, scope.DisposablesCount);
        }

        Assert.Equal(before, torch.Tensor.TotalCount);
    }

    [Fact]
    public void A_tensor_moves_to_the_outer_scope()
    {
        var before = torch.Tensor.TotalCount;
        torch.Tensor kept;
        using (var outer = torch.NewDisposeScope())
        {
            using (var inner = torch.NewDisposeScope())
            {
                kept = inner.MoveToOuter(torch.ones(2));
                var other = torch.ones(2).MoveToOuterDisposeScope();
                Assert.Equal(0, inner.DisposablesCount);
                Assert.True(outer.Contains(other));
            }

            Assert.False(kept.IsInvalid);
        }

        Assert.True(kept.IsInvalid);
        Assert.Equal(before, torch.Tensor.TotalCount);
    }

    [Fact]
    public void A_detached_tensor_outlives_all_scopes()
    {
        torch.Tensor first, second;
        using (var scope = torch.NewDisposeScope())
        {
            first = scope.Detach(torch.ones(2));
            second = torch.ones(2).DetachFromDisposeScope();
        }

        Assert.False(first.IsInvalid || second.IsInvalid);
        first.Dispose();
        second.Dispose();
        Assert.True(first.IsInvalid);
    }

    [Fact]
    public void A_scope_can_be_emptied_but_for_some()
    {
        using var scope = torch.NewDisposeScope();
        var kept = torch.ones(2);
        var gone = torch.ones(2);
        scope.DisposeEverythingBut(kept);
        Assert.False(kept.IsInvalid);
        Assert.True(gone.IsInvalid);
        Assert.Equal(1, scope.DisposablesCount);
        scope.DisposeEverything();
        Assert.True(kept.IsInvalid);
    }

    [Fact]
    public void A_detached_tensor_can_be_attached_again()
    {
        torch.Tensor t;
        using (var scope = torch.NewDisposeScope())
        {
            t = torch.ones(2).DetachFromDisposeScope();
            scope.Attach(t);
        }

        Assert.True(t.IsInvalid);
    }

    [Fact]
    public void Disposing_twice_counts_once()
    {
        var before = torch.Tensor.TotalCount;
        var t = torch.ones(2);
        t.Dispose();
        t.Dispose();
        Assert.Equal(before, torch.Tensor.TotalCount);
        Assert.Throws<ObjectDisposedException>(() => t.abs());
    }

    [Fact]
    public void The_invalid_gradients_of_unused_inputs_are_not_counted()
    {
        var before = torch.Tensor.TotalCount;
        using (torch.NewDisposeScope())
        {
            var x = torch.tensor(1.0, requires_grad: true);
            var unused = torch.tensor(1.0, requires_grad: true);
            _ = torch.autograd.grad([x * 2], [x, unused], allow_unused: true);
        }

        Assert.Equal(before, torch.Tensor.TotalCount);
    }

    [Fact]
    public void A_forgotten_tensor_outside_scopes_is_freed_by_its_finalizer()
    {
        var before = torch.Tensor.TotalCount;
        Thread forgetful = new(() => _ = torch.ones(2));
        forgetful.Start();
        forgetful.Join();
        for (var i = 0; i < 100 && torch.Tensor.TotalCount > before; i++)
        {
            _ = new byte[10_000_000];
            GC.WaitForPendingFinalizers();
            Thread.Sleep(10);
        }

        Assert.Equal(before, torch.Tensor.TotalCount);
    }
}
