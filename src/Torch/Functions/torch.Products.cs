namespace TorchSharp;

public static partial class torch
{
    /// <summary>
    /// The product of two vectors, matrices or batches of matrices, broadcast over batches.
    /// </summary>
    public static Tensor matmul(Tensor input, Tensor target) => input.matmul(target);

    /// <summary>The product of two matrices, [n, m] and [m, k].</summary>
    public static Tensor mm(Tensor input, Tensor target) => input.mm(target);

    /// <summary>The products of matrices, [b, n, m] and [b, m, k].</summary>
    public static Tensor bmm(Tensor input, Tensor batch2) => input.bmm(batch2);
}
