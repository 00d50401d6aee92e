using ZcBench.Proxies.Engine;

namespace ZcBench.Supernets.Dependency;

/// <summary>
/// A normal distribution of logits α = µ + Lε, ε ~ N(0, I), whose covariance LLᵀ is a correlation matrix: row
/// i of L is (r_i0, …, r_i,i−1, 1, 0, …) over its norm, with r free. r = 0 is independence, and every
/// positive definite correlation matrix is reached once.
/// </summary>
internal static class CorrelatedLogits
{
    /// <summary>Name of µ among the architecture's parameters.</summary>
    public const string Mean = "mean";

    /// <summary>
    /// Name of r: the strictly lower triangle row by row, (1,0), (2,0), (2,1), (3,0), …
    /// </summary>
    public const string Free = "free";

    /// <summary>Number of free entries for so many logits.</summary>
    public static int FreeCount(int logits) => logits * (logits - 1) / 2;

    /// <summary>L [K, K], a part of the graph of r.</summary>
    public static Tensor Factor(Tensor free, int logits)
    {
        using var scope = torch.NewDisposeScope();
        var ones = torch.ones([1], dtype: free.dtype, device: free.device);
        var zeros = torch.zeros([1], dtype: free.dtype, device: free.device);
        var places = torch.tensor(Places(logits), device: free.device);
        var rows = torch.cat([free, ones, zeros]).index_select(0, places).reshape(logits, logits);
        var norms = rows.pow(Scalars.Of(2)).sum(1, keepdim: true).sqrt();
        return rows.div(norms).MoveToOuterDisposeScope();
    }

    /// <summary>α [K] for given ε [K].</summary>
    public static Tensor Sample(Tensor mean, Tensor free, Tensor noise)
    {
        using var scope = torch.NewDisposeScope();
        var factor = Factor(free, (int)mean.shape[0]);
        return mean.add(factor.matmul(noise), Scalars.Of(1)).MoveToOuterDisposeScope();
    }

    // Where each entry of the matrix stands among the free ones, followed by one 1 and one 0.
    private static long[] Places(int logits)
    {
        var (places, free) = (new long[logits * logits], FreeCount(logits));
        for (int row = 0, next = 0; row < logits; row++)
        {
            for (var column = 0; column < logits; column++)
            {
                places[row * logits + column] =
                    column < row ? next++
                    : column == row ? free
                    : free + 1;
            }
        }

        return places;
    }
}
