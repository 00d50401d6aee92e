using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>Linear algebra. Matrices are the last two dimensions; those before are batches.</summary>
    public static class linalg
    {
        /// <summary>The sign and ln |det A| of square matrices; 0 and -∞ where A is singular.</summary>
        public static (Tensor, Tensor) slogdet(Tensor input) => Tensor.Results(
            Shim.zct_linalg_slogdet(input.NativeHandle, out var s, out var l), s, l, input);

        /// <summary>det A of square matrices.</summary>
        public static Tensor det(Tensor input) =>
            Tensor.Result(Shim.zct_linalg_det(input.NativeHandle, out var r), r, input);

        /// <summary>A⁻¹ of square matrices.</summary>
        public static Tensor inv(Tensor input) =>
            Tensor.Result(Shim.zct_linalg_inv(input.NativeHandle, out var r), r, input);

        /// <summary>The lower triangle L with L·Lᵀ = A, for symmetric positive definite A.</summary>
        public static Tensor cholesky(Tensor input) =>
            Tensor.Result(Shim.zct_linalg_cholesky(input.NativeHandle, out var r), r, input);

        /// <summary>
        /// The eigenvalues, ascending, and eigenvectors (as columns) of symmetric matrices.
        /// </summary>
        /// <param name="input">The matrices, of which one triangle is read.</param>
        /// <param name="UPLO">'L' for the lower triangle, 'U' for the upper one.</param>
        public static (Tensor, Tensor) eigh(Tensor input, char UPLO = 'L') => Tensor.Results(
            Shim.zct_linalg_eigh(input.NativeHandle, IsLower(UPLO), out var values, out var vectors),
            values, vectors, input);

        /// <summary>The eigenvalues, ascending, of symmetric matrices.</summary>
        /// <param name="input">The matrices, of which one triangle is read.</param>
        /// <param name="UPLO">'L' for the lower triangle, 'U' for the upper one.</param>
        public static Tensor eigvalsh(Tensor input, char UPLO = 'L') => Tensor.Result(
            Shim.zct_linalg_eigvalsh(input.NativeHandle, IsLower(UPLO), out var r), r, input);

        /// <summary>The singular values, descending.</summary>
        public static Tensor svdvals(Tensor input) =>
            Tensor.Result(Shim.zct_linalg_svdvals(input.NativeHandle, out var r), r, input);

        /// <summary>The 2-norm of all elements, or of those along one or two dimensions.</summary>
        public static Tensor norm(Tensor input, long[]? dims = null, bool keepdim = false) => dims is null
            ? Tensor.Result(Shim.zct_linalg_norm(input.NativeHandle, out var all), all, input)
            : Tensor.Result(
                Shim.zct_linalg_norm_dims(input.NativeHandle, dims, dims.Length, keepdim, out var r), r,
                input);

        /// <summary>The Frobenius ("fro") or nuclear ("nuc") norm of matrices.</summary>
        public static Tensor matrix_norm(Tensor input, string ord = "fro") => Tensor.Result(
            Shim.zct_linalg_matrix_norm(input.NativeHandle, ord, false, out var r), r, input);

        private static bool IsLower(char triangle) => triangle switch
        {
            'L' => true,
            'U' => false,
            _ => throw new ArgumentException($"UPLO is 'L' or 'U'; '{triangle}' was given.",
            nameof(triangle)),
        };
    }
}
