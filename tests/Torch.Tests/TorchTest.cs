using TorchSharp;

namespace ZcBench.Torch.Tests;

/// <summary>Puts each test into a scope and fails it if tensors are left when the scope has ended.</summary>
public abstract class TorchTest : IDisposable
{
    private readonly long _before = torch.Tensor.TotalCount;
    private readonly DisposeScope _scope = torch.NewDisposeScope();

    public void Dispose()
    {
        _scope.Dispose();
        GC.SuppressFinalize(this);
        Assert.Equal(_before, torch.Tensor.TotalCount);
    }

    protected static torch.Tensor Vector(params double[] values) => torch.tensor(values);

    protected static torch.Tensor Matrix(double[,] values) => torch.tensor(values);

    protected static void Equals(double[] expected, torch.Tensor actual, double tolerance = 1e-12)
    {
        var values = actual.to(torch.float64).data<double>().ToArray();
        Assert.Equal(expected.Length, values.Length);
        for (var i = 0; i < values.Length; i++)
        {
            if (!expected[i].Equals(values[i]))
                Assert.Equal(expected[i], values[i], tolerance);
        }
    }
}
