using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    public sealed partial class Tensor
    {
        /// <summary>The elements in another shape; one size may be -1.</summary>
        public Tensor reshape(params long[] shape) =>
            Result(Shim.zct_reshape(NativeHandle, shape, shape.Length, out var r), r, this);

        /// <summary>The same memory in another shape; one size may be -1.</summary>
        public Tensor view(params long[] shape) =>
            Result(Shim.zct_view(NativeHandle, shape, shape.Length, out var r), r, this);

        /// <summary>A view with the dimensions in another order.</summary>
        public Tensor permute(params long[] permutation) =>
            Result(Shim.zct_permute(NativeHandle, permutation, permutation.Length, out var r), r, this);

        /// <summary>A view that repeats dimensions of size 1; -1 keeps a size.</summary>
        public Tensor expand(params long[] sizes) =>
            Result(Shim.zct_expand(NativeHandle, sizes, sizes.Length, out var r), r, this);

        /// <summary>A view repeated to another tensor's shape.</summary>
        public Tensor expand_as(Tensor other) => expand(other.shape);

        /// <summary>A view with two dimensions swapped.</summary>
        public Tensor transpose(long dim0, long dim1) =>
            Result(Shim.zct_transpose(NativeHandle, dim0, dim1, out var r), r, this);

        /// <summary>The transposed matrix, as a view.</summary>
        public Tensor t() => Result(Shim.zct_t(NativeHandle, out var r), r, this);

        /// <summary>The dimensions from one to another as a single one.</summary>
        public Tensor flatten(long start_dim = 0, long end_dim = -1) =>
            Result(Shim.zct_flatten(NativeHandle, start_dim, end_dim, out var r), r, this);

        /// <summary>A view with a dimension of size 1 put in.</summary>
        public Tensor unsqueeze(long dim) =>
            Result(Shim.zct_unsqueeze(NativeHandle, dim, out var r), r, this);

        /// <summary>A view without the dimension where its size is 1, or without all of size 1.</summary>
        public Tensor squeeze(long? dim = null) =>
            Result(Shim.zct_squeeze(NativeHandle, dim is null, dim ?? 0, out var r), r, this);

        /// <summary>A view of length entries of a dimension from start on.</summary>
        public Tensor narrow(long dim, long start, long length) =>
            Result(Shim.zct_narrow(NativeHandle, dim, start, length, out var r), r, this);

        /// <summary>A view of every step-th entry of a dimension from start to before finish.</summary>
        public Tensor slice(long dim, long start, long finish, long step) =>
            Result(Shim.zct_slice(NativeHandle, dim, start, finish, step, out var r), r, this);

        /// <summary>A view of one entry of a dimension, without the dimension.</summary>
        public Tensor select(long dim, long index) =>
            Result(Shim.zct_select(NativeHandle, dim, index, out var r), r, this);

        /// <summary>The entries of a dimension that an Int64 vector names, in its order.</summary>
        public Tensor index_select(long dim, Tensor index) =>
            Result(Shim.zct_index_select(NativeHandle, dim, index.NativeHandle, out var r), r, this, index);

        /// <summary>
        /// For each entry of index, the element that it names along dim. Shape: that of index.
        /// </summary>
        public Tensor gather(long dim, Tensor index) =>
            Result(Shim.zct_gather(NativeHandle, dim, index.NativeHandle, out var r), r, this, index);

        /// <summary>A view of the diagonal of two dimensions, as a last dimension.</summary>
        public Tensor diagonal(long offset, long dim1, long dim2) =>
            Result(Shim.zct_diagonal(NativeHandle, offset, dim1, dim2, out var r), r, this);
    }
}
