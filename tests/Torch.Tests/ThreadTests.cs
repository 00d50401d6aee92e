using TorchSharp;

namespace ZcBench.Torch.Tests;

public sealed class ThreadTests : TorchTest
{
    [Fact]
    public void Threads_compute_and_differentiate_beside_each_other()
    {
        var before = torch.Tensor.TotalCount;
        var shared = torch.ones([8L, 8L], torch.float64);
        var failures = 0;
        var threads = Enumerable.Range(1, 4).Select(k => new Thread(() =>
        {
            for (var i = 0; i < 50; i++)
            {
                using var scope = torch.NewDisposeScope();
                var x = torch.full([8L, 8L], k, torch.float64, requires_grad: true);
                x.matmul(shared).square().sum().backward();
                // Σ (8k)², differentiated: 2·8k·8
                if (x.grad!.select(0, 0).select(0, 0).item<double>() != 128 * k)
                    Interlocked.Increment(ref failures);
            }
        })).ToArray();
        foreach (var thread in threads)
            thread.Start();
        foreach (var thread in threads)
            thread.Join();
        Assert.Equal(0, failures);
        shared.Dispose();
        Assert.Equal(before, torch.Tensor.TotalCount);
    }

    [Fact]
    public void Scopes_and_errors_belong_to_their_thread()
    {
        torch.Tensor? elsewhere = null;
        using (torch.NewDisposeScope())
        {
            var thread = new Thread(() => elsewhere = torch.ones(2));
            thread.Start();
            thread.Join();
        }

        Assert.False(elsewhere!.IsInvalid);
        elsewhere.Dispose();
    }

    [Fact]
    public void A_tensor_may_be_disposed_while_another_thread_makes_more()
    {
        using var scope = torch.NewDisposeScope();
        var tensors = Enumerable.Range(0, 500).Select(_ => torch.ones(1)).ToArray();
        var disposer = new Thread(() => Array.ForEach(tensors, t => t.Dispose()));
        disposer.Start();
        for (var i = 0; i < 500; i++)
            _ = torch.ones(1);
        disposer.Join();
        Assert.Equal(500, scope.DisposablesCount);
    }

    [Fact]
    public void The_number_of_threads_is_settable()
    {
        var before = torch.get_num_threads();
        torch.set_num_threads(1);
        Assert.Equal(1, torch.get_num_threads());
        torch.set_num_threads(before);
        Assert.True(torch.get_num_interop_threads() > 0);
    }
}
