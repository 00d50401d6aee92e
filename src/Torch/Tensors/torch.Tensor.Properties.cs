using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    public sealed partial class Tensor
    {
        /// <summary>The size of each dimension; empty for a single number.</summary>
        public long[] shape => size();

        /// <summary>The number of dimensions.</summary>
        public long ndim => dim();

        /// <summary>The element type.</summary>
        public ScalarType dtype => (ScalarType)Options().DType;

        /// <summary>Where the data lies.</summary>
        public Device device
        {
            get
            {
                var options = Options();
                return options.DeviceType == (int)DeviceType.CPU
                    ? CPU
                    : new Device((DeviceType)options.DeviceType, options.DeviceIndex);
            }
        }

        /// <summary>The kind of device the data lies on.</summary>
        public DeviceType device_type => (DeviceType)Options().DeviceType;

        /// <summary>Whether the data lies on a CUDA device.</summary>
        public bool is_cuda => device_type == DeviceType.CUDA;

        /// <summary>Whether gradients flow to this tensor. Settable on leaves only.</summary>
        public bool requires_grad
        {
            get => Options().RequiresGrad != 0;
            set => TorchException.Check(Shim.zct_set_requires_grad(NativeHandle, value), this);
        }

        /// <summary>
        /// What backward has accumulated for this leaf, in a new handle on it; null before.
        /// </summary>
        public Tensor? grad
        {
            get
            {
                TorchException.Check(Shim.zct_get_grad(NativeHandle, out var result), this);
                return result == 0 ? null : new Tensor(result);
            }
        }

        /// <summary>The number of dimensions.</summary>
        public long dim()
        {
            TorchException.Check(Shim.zct_ndim(NativeHandle, out var result), this);
            return result;
        }

        /// <summary>The number of elements.</summary>
        public long numel()
        {
            TorchException.Check(Shim.zct_numel(NativeHandle, out var result), this);
            return result;
        }

        /// <summary>The size of an element in bytes.</summary>
        public long element_size()
        {
            TorchException.Check(Shim.zct_element_size(NativeHandle, out var result), this);
            return result;
        }

        /// <summary>The size of each dimension.</summary>
        public long[] size()
        {
            var sizes = new long[dim()];
            TorchException.Check(Shim.zct_sizes(NativeHandle, sizes), this);
            return sizes;
        }

        /// <summary>The size of one dimension; a negative one counts from the last.</summary>
        public long size(int dim)
        {
            var count = (int)this.dim();
            Span<long> sizes = stackalloc long[count];
            TorchException.Check(Shim.zct_sizes(NativeHandle, sizes), this);
            return sizes[dim < 0 ? dim + count : dim];
        }

        /// <summary>How many elements lie between neighbours of each dimension.</summary>
        public long[] stride()
        {
            var strides = new long[dim()];
            TorchException.Check(Shim.zct_strides(NativeHandle, strides), this);
            return strides;
        }

        /// <summary>Whether the elements lie in row-major order without gaps.</summary>
        public bool is_contiguous()
        {
            TorchException.Check(Shim.zct_is_contiguous(NativeHandle, out var result), this);
            return result;
        }

        /// <summary>Sets <see cref="requires_grad"/>.</summary>
        /// <returns>This tensor.</returns>
        public Tensor requires_grad_(bool requires_grad = true)
        {
            this.requires_grad = requires_grad;
            return this;
        }

        private NativeOptions Options()
        {
            TorchException.Check(Shim.zct_describe(NativeHandle, out var result), operation: "describe");
            return result;
        }
    }
}
