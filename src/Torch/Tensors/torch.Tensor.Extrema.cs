using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    public sealed partial class Tensor
    {
        /// <summary>The largest element.</summary>
        public Tensor max() => Result(Shim.zct_max(NativeHandle, out var r), r, this);

        /// <summary>The smallest element.</summary>
        public Tensor min() => Result(Shim.zct_min(NativeHandle, out var r), r, this);

        /// <summary>Whether some element is not zero.</summary>
        public Tensor any() => Result(Shim.zct_any(NativeHandle, out var r), r, this);

        /// <summary>Whether no element is zero.</summary>
        public Tensor all() => Result(Shim.zct_all(NativeHandle, out var r), r, this);

        /// <summary>The sum of a matrix's diagonal.</summary>
        public Tensor trace() => Result(Shim.zct_trace(NativeHandle, out var r), r, this);

        /// <summary>The number of the largest element in row-major order, as Int64.</summary>
        public Tensor argmax() => Result(Shim.zct_argmax(NativeHandle, out var r), r, this);

        /// <summary>Where the largest element of a dimension is, as Int64.</summary>
        public Tensor argmax(long dim, bool keepdim = false) =>
            Result(Shim.zct_argmax_dim(NativeHandle, dim, keepdim, out var r), r, this);

        /// <summary>The largest elements of a dimension, and where they are, as Int64.</summary>
        public (Tensor values, Tensor indexes) max(long dim, bool keepdim = false) =>
            Results(Shim.zct_max_dim(NativeHandle, dim, keepdim, out var v, out var i), v, i, this);

        /// <summary>The smallest elements of a dimension, and where they are, as Int64.</summary>
        public (Tensor values, Tensor indexes) min(long dim, bool keepdim = false) =>
            Results(Shim.zct_min_dim(NativeHandle, dim, keepdim, out var v, out var i), v, i, this);

        /// <summary>The largest elements over some dimensions.</summary>
        public Tensor amax(long[] dims, bool keepdim) =>
            Result(Shim.zct_amax(NativeHandle, dims, dims.Length, keepdim, out var r), r, this);

        /// <summary>The largest elements over some dimensions, which go.</summary>
        public Tensor amax(params long[] dims) => amax(dims, keepdim: false);

        /// <summary>The smallest elements over some dimensions.</summary>
        public Tensor amin(long[] dims, bool keepdim) =>
            Result(Shim.zct_amin(NativeHandle, dims, dims.Length, keepdim, out var r), r, this);

        /// <summary>The smallest elements over some dimensions, which go.</summary>
        public Tensor amin(params long[] dims) => amin(dims, keepdim: false);

        /// <summary>Whether some element of a dimension is not zero.</summary>
        public Tensor any(long dim, bool keepdim = false) =>
            Result(Shim.zct_any_dim(NativeHandle, dim, keepdim, out var r), r, this);

        /// <summary>Whether no element of a dimension is zero.</summary>
        public Tensor all(long dim, bool keepdim = false) =>
            Result(Shim.zct_all_dim(NativeHandle, dim, keepdim, out var r), r, this);

        /// <summary>
        /// (Σ |x|ᵖ)^(1/p) over all elements. Write norm(1f): norm(1) is that over dimension 1.
        /// </summary>
        public Tensor norm(float p = 2.0f) => Result(Shim.zct_norm(NativeHandle, p, out var r), r, this);

        /// <summary>(Σ |x|ᵖ)^(1/p) over a dimension.</summary>
        public Tensor norm(int dim, bool keepdim = false, float p = 2.0f) =>
            Result(Shim.zct_norm_dim(NativeHandle, p, dim, keepdim, out var r), r, this);
    }
}
