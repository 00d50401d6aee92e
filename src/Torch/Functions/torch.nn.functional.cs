using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>Neural networks.</summary>
    public static partial class nn
    {
        /// <summary>What a loss makes of the losses of its examples.</summary>
        public enum Reduction : long
        {
            /// <summary>One loss an example.</summary>
            None = 0,

            /// <summary>Their mean.</summary>
            Mean = 1,

            /// <summary>Their sum.</summary>
            Sum = 2,
        }

        /// <summary>Layers as functions of their input and parameters.</summary>
        public static partial class functional
        {
            /// <summary>max(x, 0) of each element.</summary>
            public static Tensor relu(Tensor input, bool inplace = false)
            {
                if (!inplace)
                    return input.relu();
                TorchException.Check(Shim.zct_relu_(input.NativeHandle), input);
                return input;
            }

            /// <summary>x·Wᵀ + b: [*, in] by weights [out, in] and bias [out] gives [*, out].</summary>
            public static Tensor linear(Tensor input, Tensor weights, Tensor? bias = null) => Tensor.Result(
                Shim.zct_linear(input.NativeHandle, weights.NativeHandle, Optional(bias), out var r), r,
                input, weights, bias);

            /// <summary>
            /// Each channel less its mean, over √(variance + eps), times weight, plus bias.
            /// </summary>
            /// <param name="input">[N, C, ...].</param>
            /// <param name="running_mean">
            /// [C], read where not training, updated where training; may be null.
            /// </param>
            /// <param name="running_var">[C], likewise.</param>
            /// <param name="weight">[C], or null for ones.</param>
            /// <param name="bias">[C], or null for zeros.</param>
            /// <param name="training">Whether mean and variance are those of the input.</param>
            /// <param name="momentum">The weight of the new mean and variance in the running ones.</param>
            /// <param name="eps">What is added to the variance.</param>
            public static Tensor batch_norm(
                Tensor input, Tensor? running_mean, Tensor? running_var, Tensor? weight = null,
                Tensor? bias = null, bool training = false, double momentum = 0.1,
                double eps = 1e-5) => Tensor.Result(
                Shim.zct_batch_norm(
                    input.NativeHandle, Optional(running_mean), Optional(running_var), Optional(weight),
                    Optional(bias), training, momentum, eps, out var r),
                r, input, weight, bias);

            /// <summary>
            /// Each group of channels of each example less its mean, over √(variance + eps), times weight, plus bias.
            /// </summary>
            /// <param name="input">[N, C, ...].</param>
            /// <param name="num_groups">How many groups the channels form; C for one a channel.</param>
            /// <param name="weight">[C], or null for ones.</param>
            /// <param name="bias">[C], or null for zeros.</param>
            /// <param name="eps">What is added to the variance.</param>
            public static Tensor group_norm(
                Tensor input, long num_groups, Tensor? weight = null, Tensor? bias = null, double eps = 1e-5) =>
                Tensor.Result(
                    Shim.zct_group_norm(
                        input.NativeHandle, num_groups, Optional(weight), Optional(bias), eps, out var r),
                    r, input, weight, bias);

            /// <summary>eˣ over its sum along a dimension.</summary>
            public static Tensor softmax(Tensor input, long dim, ScalarType? dtype = null) => Tensor.Result(
                Shim.zct_softmax(input.NativeHandle, dim, (int)(dtype ?? (ScalarType)(-1)), out var r), r,
                input);

            /// <summary>ln softmax(x) along a dimension.</summary>
            public static Tensor log_softmax(Tensor input, long dim) =>
                Tensor.Result(Shim.zct_log_softmax(input.NativeHandle, dim, -1, out var r), r, input);

            /// <summary>-ln softmax(input) at the target class.</summary>
            /// <param name="input">Logits [N, C] or [N, C, ...].</param>
            /// <param name="target">
            /// Int64 classes [N] or [N, ...], or probabilities of the input's shape.
            /// </param>
            /// <param name="weight">A weight a class [C], or null.</param>
            /// <param name="ignore_index">The class that does not count.</param>
            /// <param name="reduction">What is made of the examples' losses.</param>
            /// <param name="label_smoothing">
            /// How much of the target is spread evenly over the classes, 0 to 1.
            /// </param>
            public static Tensor cross_entropy(
                Tensor input, Tensor target, Tensor? weight = null, long ignore_index = -100,
                Reduction reduction = Reduction.Mean, double label_smoothing = 0.0) => Tensor.Result(
                Shim.zct_cross_entropy(
                    input.NativeHandle, target.NativeHandle, Optional(weight), (long)reduction, ignore_index,
                    label_smoothing, out var r),
                r, input, target, weight);

            private static TensorHandle Optional(Tensor? tensor) => tensor?.NativeHandle ?? TensorHandle.None;
        }
    }
}
