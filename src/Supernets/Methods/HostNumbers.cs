namespace ZcBench.Supernets.Methods;

/// <summary>Tensors as numbers of the host.</summary>
internal static class HostNumbers
{
    /// <summary>All elements in row-major order.</summary>
    public static double[] Of(Tensor tensor)
    {
        using var scope = torch.NewDisposeScope();
        return tensor.detach().cpu().to(torch.float64).contiguous().reshape(-1).data<double>().ToArray();
    }

    /// <summary>A square matrix.</summary>
    public static double[,] Matrix(Tensor tensor)
    {
        var size = (int)tensor.shape[0];
        var matrix = new double[size, size];
        foreach (var (i, value) in Of(tensor).Index())
        {
            matrix[i / size, i % size] = value;
        }

        return matrix;
    }
}
