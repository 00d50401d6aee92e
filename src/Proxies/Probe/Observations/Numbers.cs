using MathNet.Numerics.LinearAlgebra;

namespace ZcBench.Proxies.Probe.Observations;

/// <summary>From tensors to numbers.</summary>
internal static class Numbers
{
    /// <summary>The tensor in double precision, where it is.</summary>
    public static Tensor Wide(Tensor tensor) => tensor.to(torch.float64);

    /// <summary>Several scalars in one transfer.</summary>
    public static double[] Of(IEnumerable<Tensor> scalars)
    {
        var list = scalars.Select(Wide).ToList();
        return list.Count == 0 ? [] : torch.stack(list).cpu().data<double>().ToArray();
    }

    /// <summary>All numbers of a tensor, row-major.</summary>
    public static double[] All(Tensor tensor) => Wide(tensor).cpu().contiguous().data<double>().ToArray();

    /// <summary>A square matrix.</summary>
    public static Matrix<double> Matrix(Tensor tensor)
    {
        var size = (int)tensor.shape[0];
        return Matrix<double>.Build.DenseOfRowMajor(size, size, All(tensor));
    }
}
