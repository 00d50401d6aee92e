using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    public sealed partial class Tensor
    {
        /// <summary>this + target, broadcast, written into this tensor.</summary>
        /// <returns>This tensor.</returns>
        public Tensor add_(Tensor target) =>
            InPlace(Shim.zct_add_(NativeHandle, target.NativeHandle, in One), target);

        /// <summary>this + alpha·target, broadcast, written into this tensor.</summary>
        /// <returns>This tensor.</returns>
        public Tensor add_(Tensor target, Scalar alpha) =>
            InPlace(Shim.zct_add_(NativeHandle, target.NativeHandle, in alpha.Value), target);

        /// <summary>this - target, broadcast, written into this tensor.</summary>
        /// <returns>This tensor.</returns>
        public Tensor sub_(Tensor target) =>
            InPlace(Shim.zct_sub_(NativeHandle, target.NativeHandle, in One), target);

        /// <summary>this - alpha·target, broadcast, written into this tensor.</summary>
        /// <returns>This tensor.</returns>
        public Tensor sub_(Tensor target, Scalar alpha) =>
            InPlace(Shim.zct_sub_(NativeHandle, target.NativeHandle, in alpha.Value), target);

        /// <summary>this · target, broadcast, written into this tensor.</summary>
        /// <returns>This tensor.</returns>
        public Tensor mul_(Tensor target) =>
            InPlace(Shim.zct_mul_(NativeHandle, target.NativeHandle), target);

        /// <summary>this / target, broadcast, written into this tensor.</summary>
        /// <returns>This tensor.</returns>
        public Tensor div_(Tensor target) =>
            InPlace(Shim.zct_div_(NativeHandle, target.NativeHandle), target);

        /// <summary>this + scalar, written into this tensor.</summary>
        /// <returns>This tensor.</returns>
        public Tensor add_(Scalar scalar) => InPlace(Shim.zct_add_scalar_(NativeHandle, in scalar.Value));

        /// <summary>this - scalar, written into this tensor.</summary>
        /// <returns>This tensor.</returns>
        public Tensor sub_(Scalar scalar) => InPlace(Shim.zct_sub_scalar_(NativeHandle, in scalar.Value));

        /// <summary>this · target, written into this tensor.</summary>
        /// <returns>This tensor.</returns>
        public Tensor mul_(Scalar target) => InPlace(Shim.zct_mul_scalar_(NativeHandle, in target.Value));

        /// <summary>this / target, written into this tensor.</summary>
        /// <returns>This tensor.</returns>
        public Tensor div_(Scalar target) => InPlace(Shim.zct_div_scalar_(NativeHandle, in target.Value));
    }
}
