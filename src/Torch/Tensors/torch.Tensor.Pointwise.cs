using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    public sealed partial class Tensor
    {
        /// <summary>|x| of each element.</summary>
        public Tensor abs() => Result(Shim.zct_abs(NativeHandle, out var r), r, this);

        /// <summary>-x of each element.</summary>
        public Tensor neg() => Result(Shim.zct_neg(NativeHandle, out var r), r, this);

        /// <summary>√x of each element.</summary>
        public Tensor sqrt() => Result(Shim.zct_sqrt(NativeHandle, out var r), r, this);

        /// <summary>1/√x of each element.</summary>
        public Tensor rsqrt() => Result(Shim.zct_rsqrt(NativeHandle, out var r), r, this);

        /// <summary>ln x of each element.</summary>
        public Tensor log() => Result(Shim.zct_log(NativeHandle, out var r), r, this);

        /// <summary>eˣ of each element.</summary>
        public Tensor exp() => Result(Shim.zct_exp(NativeHandle, out var r), r, this);

        /// <summary>-1, 0 or 1 of each element.</summary>
        public Tensor sign() => Result(Shim.zct_sign(NativeHandle, out var r), r, this);

        /// <summary>x² of each element.</summary>
        public Tensor square() => Result(Shim.zct_square(NativeHandle, out var r), r, this);

        /// <summary>1/x of each element.</summary>
        public Tensor reciprocal() => Result(Shim.zct_reciprocal(NativeHandle, out var r), r, this);

        /// <summary>max(x, 0) of each element.</summary>
        public Tensor relu() => Result(Shim.zct_relu(NativeHandle, out var r), r, this);

        /// <summary>Whether each element is zero.</summary>
        public Tensor logical_not() => Result(Shim.zct_logical_not(NativeHandle, out var r), r, this);

        /// <summary>Whether each element is neither infinite nor NaN.</summary>
        public Tensor isfinite() => Result(Shim.zct_isfinite(NativeHandle, out var r), r, this);

        /// <summary>Whether each element is NaN.</summary>
        public Tensor isnan() => Result(Shim.zct_isnan(NativeHandle, out var r), r, this);

        /// <summary>max(x, 0) of each element, written into this tensor.</summary>
        /// <returns>This tensor.</returns>
        public Tensor relu_() => InPlace(Shim.zct_relu_(NativeHandle));

        /// <summary>Each element raised to a power.</summary>
        public Tensor pow(Scalar exponent) =>
            Result(Shim.zct_pow_scalar(NativeHandle, in exponent.Value, out var r), r, this);

        /// <summary>Each element raised to the power of the other tensor's, broadcast.</summary>
        public Tensor pow(Tensor exponent) =>
            Result(Shim.zct_pow(NativeHandle, exponent.NativeHandle, out var r), r, this, exponent);

        /// <summary>The larger of each pair of elements, broadcast.</summary>
        public Tensor maximum(Tensor other) =>
            Result(Shim.zct_maximum(NativeHandle, other.NativeHandle, out var r), r, this, other);

        /// <summary>The smaller of each pair of elements, broadcast.</summary>
        public Tensor minimum(Tensor other) =>
            Result(Shim.zct_minimum(NativeHandle, other.NativeHandle, out var r), r, this, other);

        /// <summary>Each element, at least min and at most max where they are given.</summary>
        public Tensor clamp(Scalar? min = null, Scalar? max = null)
        {
            if (min is null)
                return max is null ? clone() : clamp_max(max);
            if (max is null)
                return clamp_min(min);
            using var bounded = clamp_min(min);
            return bounded.clamp_max(max);
        }

        /// <summary>Each element, at least min.</summary>
        public Tensor clamp_min(Scalar min) =>
            Result(Shim.zct_clamp_min_scalar(NativeHandle, in min.Value, out var r), r, this);

        /// <summary>Each element, at most max.</summary>
        public Tensor clamp_max(Scalar max) =>
            Result(Shim.zct_clamp_max_scalar(NativeHandle, in max.Value, out var r), r, this);

        /// <summary>This tensor's element where the condition holds, y's elsewhere, broadcast.</summary>
        /// <param name="condition">A Bool tensor.</param>
        /// <param name="y">The other elements.</param>
        public Tensor where(Tensor condition, Tensor y) => torch.where(condition, this, y);

        /// <summary>The elements, with value where the Bool mask holds.</summary>
        public Tensor masked_fill(Tensor mask, Scalar value) =>
            Result(Shim.zct_masked_fill(NativeHandle, mask.NativeHandle, in value.Value, out var r), r, this,
            mask);
    }
}
