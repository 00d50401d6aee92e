using ZcBench.Proxies.Engine;

namespace ZcBench.Proxies.Kernels;

/// <summary>
/// The Fisher information of a classifier's parameters, mean_n J_nᵀ (diag π_n − π_n π_nᵀ) J_n with π =
/// a · softmax(logits) + b, and the matrix that VKDNW's code computes in its place.
/// </summary>
/// <param name="Scale">a.</param>
/// <param name="Floor">b.</param>
internal sealed record LogitFisher(double Scale, double Floor)
{
    private const double Smoothing = 0.05;

    /// <summary>The paper's smoothing, a = 0.95 and b = 0.05 / K.</summary>
    public static LogitFisher Exact(long classes) => new(1 - Smoothing, Smoothing / classes);

    /// <summary>The code's, which is made in half precision: π adds up to 1.0002.</summary>
    public static LogitFisher Half(long classes) =>
        new((double)((Half)1 - (Half)Smoothing), (double)(Half)((float)(Half)Smoothing / classes));

    /// <summary>
    /// The lower triangular L [..., K, K] of L Lᵀ = diag π − π πᵀ for logits [..., K]: with q_k = 1 − (π_1 +
    /// ... + π_k) and d_k = √(π_k q_k / q_{k−1}), L_kk = d_k and L_ik = −d_k π_i / q_k below; q_K is 0, and
    /// so is the last column.
    /// </summary>
    public Tensor Factor(Tensor logits)
    {
        using var scope = torch.NewDisposeScope();
        var pi = torch
            .nn.functional.softmax(logits, -1)
            .mul(Scalars.Of(Scale))
            .add(Scalars.Of(Floor), Scalars.Of(1));
        var classes = pi.shape[^1];
        var before = pi.cumsum(-1).sub(pi).neg().add(Scalars.Of(1), Scalars.Of(1)).narrow(-1, 0, classes - 1);
        var head = pi.narrow(-1, 0, classes - 1);
        var q = before.sub(head);
        var d = head.mul(q).div(before).sqrt();
        var below = pi.unsqueeze(-1).mul(d.div(q).unsqueeze(-2)).neg().tril(-1);
        var diagonal = torch.diag_embed(d);
        var columns = torch.cat([diagonal, torch.zeros_like(diagonal.narrow(-2, 0, 1))], -2);
        var factor = below.add(columns, Scalars.Of(1));
        return torch.cat([factor, torch.zeros_like(factor.narrow(-1, 0, 1))], -1).MoveToOuterDisposeScope();
    }

    /// <summary>mean_n J_nᵀ L_n L_nᵀ J_n, [..., S, S], for logits [..., N, K] and J [..., N, K, S].</summary>
    public Tensor Of(Tensor logits, Tensor jacobian) => Mean(Factor(logits).transpose(-2, -1), jacobian);

    /// <summary>mean_n J_nᵀ L_nᵀ L_n J_n, which takes L for Lᵀ.</summary>
    public Tensor Swapped(Tensor logits, Tensor jacobian) => Mean(Factor(logits), jacobian);

    private static Tensor Mean(Tensor factor, Tensor jacobian)
    {
        using var scope = torch.NewDisposeScope();
        var samples = jacobian.shape[^3];
        var rows = factor.matmul(jacobian).flatten(-3, -2);
        return rows.transpose(-2, -1).matmul(rows).div(Scalars.Of(samples)).MoveToOuterDisposeScope();
    }
}
