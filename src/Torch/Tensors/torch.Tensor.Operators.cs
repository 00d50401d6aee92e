using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    public sealed partial class Tensor
    {
        /// <summary>left + right, broadcast.</summary>
        public static Tensor operator +(Tensor left, Tensor right) => left.add(right);

        /// <summary>left + right.</summary>
        public static Tensor operator +(Tensor left, Scalar right) => left.add(right);

        /// <summary>left + right.</summary>
        public static Tensor operator +(Scalar left, Tensor right) => right.add(left);

        /// <summary>left - right, broadcast.</summary>
        public static Tensor operator -(Tensor left, Tensor right) => left.sub(right);

        /// <summary>left - right.</summary>
        public static Tensor operator -(Tensor left, Scalar right) => left.sub(right);

        /// <summary>left - right.</summary>
        public static Tensor operator -(Scalar left, Tensor right) => Result(
            Shim.zct_rsub_scalar(right.NativeHandle, in left.Value, out var r), r, right, operation: "sub");

        /// <summary>left · right, broadcast.</summary>
        public static Tensor operator *(Tensor left, Tensor right) => left.mul(right);

        /// <summary>left · right.</summary>
        public static Tensor operator *(Tensor left, Scalar right) => left.mul(right);

        /// <summary>left · right.</summary>
        public static Tensor operator *(Scalar left, Tensor right) => right.mul(left);

        /// <summary>left / right, broadcast.</summary>
        public static Tensor operator /(Tensor left, Tensor right) => left.div(right);

        /// <summary>left / right.</summary>
        public static Tensor operator /(Tensor left, Scalar right) => left.div(right);

        /// <summary>left / right.</summary>
        public static Tensor operator /(Scalar left, Tensor right)
        {
            using var reciprocal = right.reciprocal();
            return reciprocal.mul(left);
        }

        /// <summary>-tensor.</summary>
        public static Tensor operator -(Tensor tensor) => tensor.neg();
    }
}
