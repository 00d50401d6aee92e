namespace ZcBench.Proxies.Kernels;

/// <summary>
/// How many directions a matrix fills: exp(−Σ p ln p), p = its singular values over their sum (Roy and
/// Vetterli, The effective rank, EUSIPCO 2007). 0 for a matrix of zeros.
/// </summary>
internal static class EffectiveRank
{
    /// <summary>The effective ranks [B] of matrices [B, rows, columns], neither centred nor scaled.</summary>
    public static Tensor Of(Tensor matrices)
    {
        using var scope = torch.NewDisposeScope();
        var values = torch.linalg.svdvals(matrices);
        var sums = values.sum([1L], keepdim: true);
        var entropy = torch.special.entr(values.div(sums)).sum([1L]);
        return entropy.exp().nan_to_num(nan: 0).MoveToOuterDisposeScope();
    }
}
