using ZcBench.Proxies.Probe.Observations;

namespace ZcBench.Supernets.Methods;

/// <summary>Tensors in training as numbers of the host.</summary>
internal static class HostNumbers
{
    /// <summary>All elements in row-major order.</summary>
    public static double[] Of(Tensor tensor)
    {
        using var scope = torch.NewDisposeScope();
        return Numbers.All(tensor.detach());
    }

    /// <summary>A square matrix.</summary>
    public static double[,] Matrix(Tensor tensor)
    {
        using var scope = torch.NewDisposeScope();
        return Numbers.Matrix(tensor.detach()).ToArray();
    }
}
