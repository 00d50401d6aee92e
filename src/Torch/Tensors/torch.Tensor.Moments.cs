using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    public sealed partial class Tensor
    {
        /// <summary>The sum of all elements; they are cast to type first where it is given.</summary>
        public Tensor sum(ScalarType? type = null) => Sum([], -1, keepdim: false, type);

        /// <summary>
        /// Never compiles: an int that is the constant 0 would be taken for <see cref="ScalarType.Byte"/> by
        /// TorchSharp's overloads, so a lone dimension must be a long.
        /// </summary>
        [Obsolete("TorchSharp reads sum(0) as sum(ScalarType.Byte); write sum(0L).", error: true)]
        public Tensor sum(int dim) => sum((long)dim);

        /// <summary>The sum over one dimension.</summary>
        public Tensor sum(long dim, bool keepdim = false, ScalarType? type = null) =>
            Sum([dim], 1, keepdim, type);

        /// <summary>The sum over two dimensions.</summary>
        public Tensor sum(long dim0, long dim1, bool keepdim = false, ScalarType? type = null) =>
            Sum([dim0, dim1], 2, keepdim, type);

        /// <summary>The sum over three dimensions.</summary>
        public Tensor sum(long dim0, long dim1, long dim2, bool keepdim = false, ScalarType? type = null) =>
            Sum([dim0, dim1, dim2], 3, keepdim, type);

        /// <summary>The sum over some dimensions.</summary>
        /// <param name="dim">The dimensions.</param>
        /// <param name="keepdim">Whether they stay, with size 1.</param>
        /// <param name="type">What the elements are cast to first.</param>
        public Tensor sum(long[] dim, bool keepdim = false, ScalarType? type = null) =>
            Sum(dim, dim.Length, keepdim, type);

        /// <summary>The sum over some dimensions.</summary>
        public Tensor sum(ReadOnlySpan<long> dim, bool keepdim = false, ScalarType? type = null) =>
            Sum(dim, dim.Length, keepdim, type);

        /// <summary>The mean of all elements.</summary>
        public Tensor mean() =>
            Result(Shim.zct_mean(NativeHandle, [], -1, false, NoType, out var r), r, this);

        /// <summary>The mean over some dimensions.</summary>
        /// <param name="dimensions">The dimensions.</param>
        /// <param name="keepdim">Whether they stay, with size 1.</param>
        /// <param name="type">What the elements are cast to first.</param>
        public Tensor mean(long[] dimensions, bool keepdim = false, ScalarType? type = null) => Result(
            Shim.zct_mean(NativeHandle, dimensions, dimensions.Length, keepdim, Number(type), out var r), r,
            this);

        /// <summary>The variance of all elements, over n - 1 where unbiased, else over n.</summary>
        public Tensor var(bool unbiased = true) =>
            Result(Shim.zct_var(NativeHandle, [], -1, unbiased, false, out var r), r, this);

        /// <summary>The variance over one dimension.</summary>
        public Tensor var(long dim, bool unbiased = true, bool keepdim = false) =>
            Result(Shim.zct_var(NativeHandle, [dim], 1, unbiased, keepdim, out var r), r, this);

        /// <summary>The variance over some dimensions.</summary>
        /// <param name="dimensions">The dimensions.</param>
        /// <param name="unbiased">Whether to divide by n - 1 rather than n.</param>
        /// <param name="keepdim">Whether the dimensions stay, with size 1.</param>
        public Tensor var(long[] dimensions, bool unbiased = true, bool keepdim = false) => Result(
            Shim.zct_var(NativeHandle, dimensions, dimensions.Length, unbiased, keepdim, out var r), r, this);

        /// <summary>The standard deviation of all elements, over n - 1 where unbiased, else over n.</summary>
        public Tensor std(bool unbiased = true) =>
            Result(Shim.zct_std(NativeHandle, [], -1, unbiased, false, out var r), r, this);

        /// <summary>The standard deviation over one dimension.</summary>
        public Tensor std(long dim, bool unbiased = true, bool keepdim = false) =>
            Result(Shim.zct_std(NativeHandle, [dim], 1, unbiased, keepdim, out var r), r, this);

        /// <summary>The standard deviation over some dimensions.</summary>
        /// <param name="dimensions">The dimensions.</param>
        /// <param name="unbiased">Whether to divide by n - 1 rather than n.</param>
        /// <param name="keepdim">Whether the dimensions stay, with size 1.</param>
        public Tensor std(long[] dimensions, bool unbiased = true, bool keepdim = false) => Result(
            Shim.zct_std(NativeHandle, dimensions, dimensions.Length, unbiased, keepdim, out var r), r, this);

        private const int NoType = -1;

        private static int Number(ScalarType? type) => type is null ? NoType : (int)type;

        private Tensor Sum(ReadOnlySpan<long> dims, int count, bool keepdim, ScalarType? type) => Result(
            Shim.zct_sum(NativeHandle, dims, count, keepdim, Number(type), out var r), r, this,
            operation: "sum");
    }
}
