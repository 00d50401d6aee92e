using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    public sealed partial class Tensor
    {
        private static readonly NativeScalar One = new(1L);

        /// <summary>this + target, broadcast.</summary>
        public Tensor add(Tensor target) =>
            Result(Shim.zct_add(NativeHandle, target.NativeHandle, in One, out var r), r, this, target);

        /// <summary>this + alpha·target, broadcast.</summary>
        public Tensor add(Tensor target, Scalar alpha) =>
            Result(Shim.zct_add(NativeHandle, target.NativeHandle, in alpha.Value, out var r), r, this,
            target);

        /// <summary>this + scalar.</summary>
        public Tensor add(Scalar scalar) =>
            Result(Shim.zct_add_scalar(NativeHandle, in scalar.Value, out var r), r, this);

        /// <summary>this - target, broadcast.</summary>
        public Tensor sub(Tensor target) =>
            Result(Shim.zct_sub(NativeHandle, target.NativeHandle, in One, out var r), r, this, target);

        /// <summary>this - alpha·target, broadcast.</summary>
        public Tensor sub(Tensor target, Scalar alpha) =>
            Result(Shim.zct_sub(NativeHandle, target.NativeHandle, in alpha.Value, out var r), r, this,
            target);

        /// <summary>this - scalar.</summary>
        public Tensor sub(Scalar scalar) =>
            Result(Shim.zct_sub_scalar(NativeHandle, in scalar.Value, out var r), r, this);

        /// <summary>this · target, broadcast.</summary>
        public Tensor mul(Tensor target) =>
            Result(Shim.zct_mul(NativeHandle, target.NativeHandle, out var r), r, this, target);

        /// <summary>this · target.</summary>
        public Tensor mul(Scalar target) =>
            Result(Shim.zct_mul_scalar(NativeHandle, in target.Value, out var r), r, this);

        /// <summary>this / target, broadcast.</summary>
        public Tensor div(Tensor target) =>
            Result(Shim.zct_div(NativeHandle, target.NativeHandle, out var r), r, this, target);

        /// <summary>this / target.</summary>
        public Tensor div(Scalar target) =>
            Result(Shim.zct_div_scalar(NativeHandle, in target.Value, out var r), r, this);
    }
}
