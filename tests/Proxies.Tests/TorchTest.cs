namespace ZcBench.Proxies.Tests;

/// <summary>A test that fails when it leaves a live tensor behind.</summary>
public abstract class TorchTest : IDisposable
{
    private readonly long _before = Tensor.TotalCount;

    public virtual void Dispose()
    {
        GC.SuppressFinalize(this);
        Assert.Equal(_before, Tensor.TotalCount);
    }
}
