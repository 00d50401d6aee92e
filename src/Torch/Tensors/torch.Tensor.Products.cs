using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    public sealed partial class Tensor
    {
        /// <summary>
        /// The product of two vectors, matrices or batches of matrices, broadcast over batches.
        /// </summary>
        public Tensor matmul(Tensor target) =>
            Result(Shim.zct_matmul(NativeHandle, target.NativeHandle, out var r), r, this, target);

        /// <summary>The product of two matrices, [n, m] and [m, k].</summary>
        public Tensor mm(Tensor target) =>
            Result(Shim.zct_mm(NativeHandle, target.NativeHandle, out var r), r, this, target);

        /// <summary>The products of matrices, [b, n, m] and [b, m, k].</summary>
        public Tensor bmm(Tensor batch2) =>
            Result(Shim.zct_bmm(NativeHandle, batch2.NativeHandle, out var r), r, this, batch2);
    }
}
