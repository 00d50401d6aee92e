using System.Runtime.InteropServices;

namespace TorchSharp.Native;

/// <summary>Element by element: unary, binary and in-place functions, selection.</summary>
internal static partial class Shim
{
    [LibraryImport(Library)]
    internal static partial int zct_abs(TensorHandle a, out nint result);

    [LibraryImport(Library)]
    internal static partial int zct_neg(TensorHandle a, out nint result);

    [LibraryImport(Library)]
    internal static partial int zct_sqrt(TensorHandle a, out nint result);

    [LibraryImport(Library)]
    internal static partial int zct_rsqrt(TensorHandle a, out nint result);

    [LibraryImport(Library)]
    internal static partial int zct_log(TensorHandle a, out nint result);

    [LibraryImport(Library)]
    internal static partial int zct_exp(TensorHandle a, out nint result);

    [LibraryImport(Library)]
    internal static partial int zct_sign(TensorHandle a, out nint result);

    [LibraryImport(Library)]
    internal static partial int zct_square(TensorHandle a, out nint result);

    [LibraryImport(Library)]
    internal static partial int zct_reciprocal(TensorHandle a, out nint result);

    [LibraryImport(Library)]
    internal static partial int zct_relu(TensorHandle a, out nint result);

    [LibraryImport(Library)]
    internal static partial int zct_logical_not(TensorHandle a, out nint result);

    [LibraryImport(Library)]
    internal static partial int zct_isfinite(TensorHandle a, out nint result);

    [LibraryImport(Library)]
    internal static partial int zct_isnan(TensorHandle a, out nint result);

    [LibraryImport(Library)]
    internal static partial int zct_t(TensorHandle a, out nint result);

    [LibraryImport(Library)]
    internal static partial int zct_trace(TensorHandle a, out nint result);

    [LibraryImport(Library)]
    internal static partial int zct_any(TensorHandle a, out nint result);

    [LibraryImport(Library)]
    internal static partial int zct_all(TensorHandle a, out nint result);

    [LibraryImport(Library)]
    internal static partial int zct_max(TensorHandle a, out nint result);

    [LibraryImport(Library)]
    internal static partial int zct_min(TensorHandle a, out nint result);

    [LibraryImport(Library)]
    internal static partial int zct_detach(TensorHandle a, out nint result);

    [LibraryImport(Library)]
    internal static partial int zct_clone(TensorHandle a, out nint result);

    [LibraryImport(Library)]
    internal static partial int zct_argmax(TensorHandle a, out nint result);

    [LibraryImport(Library)]
    internal static partial int zct_linalg_svdvals(TensorHandle a, out nint result);

    [LibraryImport(Library)]
    internal static partial int zct_linalg_inv(TensorHandle a, out nint result);

    [LibraryImport(Library)]
    internal static partial int zct_linalg_det(TensorHandle a, out nint result);

    [LibraryImport(Library)]
    internal static partial int zct_linalg_cholesky(TensorHandle a, out nint result);

    [LibraryImport(Library)]
    internal static partial int zct_linalg_norm(TensorHandle a, out nint result);

    [LibraryImport(Library)]
    internal static partial int zct_mul(TensorHandle a, TensorHandle b, out nint result);

    [LibraryImport(Library)]
    internal static partial int zct_div(TensorHandle a, TensorHandle b, out nint result);

    [LibraryImport(Library)]
    internal static partial int zct_pow(TensorHandle a, TensorHandle b, out nint result);

    [LibraryImport(Library)]
    internal static partial int zct_maximum(TensorHandle a, TensorHandle b, out nint result);

    [LibraryImport(Library)]
    internal static partial int zct_minimum(TensorHandle a, TensorHandle b, out nint result);

    [LibraryImport(Library)]
    internal static partial int zct_gt(TensorHandle a, TensorHandle b, out nint result);

    [LibraryImport(Library)]
    internal static partial int zct_ge(TensorHandle a, TensorHandle b, out nint result);

    [LibraryImport(Library)]
    internal static partial int zct_lt(TensorHandle a, TensorHandle b, out nint result);

    [LibraryImport(Library)]
    internal static partial int zct_le(TensorHandle a, TensorHandle b, out nint result);

    [LibraryImport(Library)]
    internal static partial int zct_eq(TensorHandle a, TensorHandle b, out nint result);

    [LibraryImport(Library)]
    internal static partial int zct_ne(TensorHandle a, TensorHandle b, out nint result);

    [LibraryImport(Library)]
    internal static partial int zct_matmul(TensorHandle a, TensorHandle b, out nint result);

    [LibraryImport(Library)]
    internal static partial int zct_mm(TensorHandle a, TensorHandle b, out nint result);

    [LibraryImport(Library)]
    internal static partial int zct_bmm(TensorHandle a, TensorHandle b, out nint result);

    [LibraryImport(Library)]
    internal static partial int zct_mul_scalar(TensorHandle a, in NativeScalar b, out nint result);

    [LibraryImport(Library)]
    internal static partial int zct_div_scalar(TensorHandle a, in NativeScalar b, out nint result);

    [LibraryImport(Library)]
    internal static partial int zct_pow_scalar(TensorHandle a, in NativeScalar b, out nint result);

    [LibraryImport(Library)]
    internal static partial int zct_gt_scalar(TensorHandle a, in NativeScalar b, out nint result);

    [LibraryImport(Library)]
    internal static partial int zct_ge_scalar(TensorHandle a, in NativeScalar b, out nint result);

    [LibraryImport(Library)]
    internal static partial int zct_lt_scalar(TensorHandle a, in NativeScalar b, out nint result);

    [LibraryImport(Library)]
    internal static partial int zct_le_scalar(TensorHandle a, in NativeScalar b, out nint result);

    [LibraryImport(Library)]
    internal static partial int zct_eq_scalar(TensorHandle a, in NativeScalar b, out nint result);

    [LibraryImport(Library)]
    internal static partial int zct_ne_scalar(TensorHandle a, in NativeScalar b, out nint result);

    [LibraryImport(Library)]
    internal static partial int zct_clamp_min_scalar(TensorHandle a, in NativeScalar b, out nint result);

    [LibraryImport(Library)]
    internal static partial int zct_clamp_max_scalar(TensorHandle a, in NativeScalar b, out nint result);

    [LibraryImport(Library)]
    internal static partial int zct_add(TensorHandle a, TensorHandle b, in NativeScalar alpha,
        out nint result);

    [LibraryImport(Library)]
    internal static partial int zct_sub(TensorHandle a, TensorHandle b, in NativeScalar alpha,
        out nint result);

    [LibraryImport(Library)]
    internal static partial int zct_add_scalar(TensorHandle a, in NativeScalar b, out nint result);

    [LibraryImport(Library)]
    internal static partial int zct_sub_scalar(TensorHandle a, in NativeScalar b, out nint result);

    [LibraryImport(Library)]
    internal static partial int zct_rsub_scalar(TensorHandle a, in NativeScalar b, out nint result);

    [LibraryImport(Library)]
    internal static partial int zct_add_(TensorHandle a, TensorHandle b, in NativeScalar alpha);

    [LibraryImport(Library)]
    internal static partial int zct_sub_(TensorHandle a, TensorHandle b, in NativeScalar alpha);

    [LibraryImport(Library)]
    internal static partial int zct_mul_(TensorHandle a, TensorHandle b);

    [LibraryImport(Library)]
    internal static partial int zct_div_(TensorHandle a, TensorHandle b);

    [LibraryImport(Library)]
    internal static partial int zct_add_scalar_(TensorHandle a, in NativeScalar b);

    [LibraryImport(Library)]
    internal static partial int zct_sub_scalar_(TensorHandle a, in NativeScalar b);

    [LibraryImport(Library)]
    internal static partial int zct_mul_scalar_(TensorHandle a, in NativeScalar b);

    [LibraryImport(Library)]
    internal static partial int zct_div_scalar_(TensorHandle a, in NativeScalar b);

    [LibraryImport(Library)]
    internal static partial int zct_relu_(TensorHandle a);

    [LibraryImport(Library)]
    internal static partial int zct_where(
        TensorHandle condition, TensorHandle a, TensorHandle b, out nint result);

    [LibraryImport(Library)]
    internal static partial int zct_masked_fill(
        TensorHandle a, TensorHandle mask, in NativeScalar value, out nint result);
}
