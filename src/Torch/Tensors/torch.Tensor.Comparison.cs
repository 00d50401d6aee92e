using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    public sealed partial class Tensor
    {
        /// <summary>Whether each element &gt; the target, as Bool.</summary>
        public Tensor gt(Scalar target) =>
            Result(Shim.zct_gt_scalar(NativeHandle, in target.Value, out var r), r, this);

        /// <summary>Whether each element &gt; the target's, broadcast, as Bool.</summary>
        public Tensor gt(Tensor target) =>
            Result(Shim.zct_gt(NativeHandle, target.NativeHandle, out var r), r, this, target);

        /// <summary>Whether each element ≥ the target, as Bool.</summary>
        public Tensor ge(Scalar target) =>
            Result(Shim.zct_ge_scalar(NativeHandle, in target.Value, out var r), r, this);

        /// <summary>Whether each element ≥ the target's, broadcast, as Bool.</summary>
        public Tensor ge(Tensor target) =>
            Result(Shim.zct_ge(NativeHandle, target.NativeHandle, out var r), r, this, target);

        /// <summary>Whether each element &lt; the target, as Bool.</summary>
        public Tensor lt(Scalar target) =>
            Result(Shim.zct_lt_scalar(NativeHandle, in target.Value, out var r), r, this);

        /// <summary>Whether each element &lt; the target's, broadcast, as Bool.</summary>
        public Tensor lt(Tensor target) =>
            Result(Shim.zct_lt(NativeHandle, target.NativeHandle, out var r), r, this, target);

        /// <summary>Whether each element ≤ the target, as Bool.</summary>
        public Tensor le(Scalar target) =>
            Result(Shim.zct_le_scalar(NativeHandle, in target.Value, out var r), r, this);

        /// <summary>Whether each element ≤ the target's, broadcast, as Bool.</summary>
        public Tensor le(Tensor target) =>
            Result(Shim.zct_le(NativeHandle, target.NativeHandle, out var r), r, this, target);

        /// <summary>Whether each element = the target, as Bool.</summary>
        public Tensor eq(Scalar target) =>
            Result(Shim.zct_eq_scalar(NativeHandle, in target.Value, out var r), r, this);

        /// <summary>Whether each element = the target's, broadcast, as Bool.</summary>
        public Tensor eq(Tensor target) =>
            Result(Shim.zct_eq(NativeHandle, target.NativeHandle, out var r), r, this, target);

        /// <summary>Whether each element ≠ the target, as Bool.</summary>
        public Tensor ne(Scalar target) =>
            Result(Shim.zct_ne_scalar(NativeHandle, in target.Value, out var r), r, this);

        /// <summary>Whether each element ≠ the target's, broadcast, as Bool.</summary>
        public Tensor ne(Tensor target) =>
            Result(Shim.zct_ne(NativeHandle, target.NativeHandle, out var r), r, this, target);
    }
}
