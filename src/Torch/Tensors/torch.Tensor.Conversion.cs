using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    public sealed partial class Tensor
    {
        /// <summary>The same data outside the graph.</summary>
        public Tensor detach() => Result(Shim.zct_detach(NativeHandle, out var r), r, this);

        /// <summary>A copy, inside the graph.</summary>
        public Tensor clone() => Result(Shim.zct_clone(NativeHandle, out var r), r, this);

        /// <summary>
        /// The data in row-major order without gaps; a copy only where it is not so already.
        /// </summary>
        public Tensor contiguous() => Result(Shim.zct_contiguous(NativeHandle, out var r), r, this);

        /// <summary>The data on the CPU.</summary>
        public Tensor cpu() => to(CPU);

        /// <summary>The data on a CUDA device, the current one unless given.</summary>
        public Tensor cuda(Device? device = null) => to(device ?? CUDA);

        /// <summary>The elements cast to a type.</summary>
        /// <param name="type">The element type.</param>
        /// <param name="copy">Whether to copy even where the type is right already.</param>
        public Tensor to_type(ScalarType type, bool copy = false) => To(type, device, copy);

        /// <summary>The elements cast to a type.</summary>
        public Tensor to(ScalarType type) => To(type, device, copy: false);

        /// <summary>The elements cast to a type, on a device.</summary>
        /// <param name="type">The element type.</param>
        /// <param name="device">The device.</param>
        /// <param name="copy">Whether to copy even where both are right already.</param>
        public Tensor to(ScalarType type, Device device, bool copy = false) => To(type, device, copy);

        /// <summary>The data on a device.</summary>
        public Tensor to(Device device) => To(dtype, device, copy: false);

        /// <summary>The data on a device.</summary>
        /// <param name="deviceType">The kind of device.</param>
        /// <param name="deviceIndex">Its number, or -1 for the current one.</param>
        /// <param name="copy">Whether to copy even where the device is right already.</param>
        public Tensor to(DeviceType deviceType, int deviceIndex = -1, bool copy = false) =>
            To(dtype, new Device(deviceType, deviceIndex), copy);

        /// <summary>The data with another tensor's type and device.</summary>
        public Tensor to(Tensor other) => To(other.dtype, other.device, copy: false);

        /// <summary>Overwrites the elements with another tensor's, broadcast to this shape.</summary>
        /// <returns>This tensor.</returns>
        public Tensor copy_(Tensor source) =>
            InPlace(Shim.zct_copy_(NativeHandle, source.NativeHandle), source);

        /// <summary>Sets every element to zero.</summary>
        /// <returns>This tensor.</returns>
        public Tensor zero_() => InPlace(Shim.zct_zero_(NativeHandle));

        /// <summary>Sets every element to a value.</summary>
        /// <returns>This tensor.</returns>
        public Tensor fill_(Scalar value) => InPlace(Shim.zct_fill_(NativeHandle, in value.Value));

        /// <summary>Zeros of this shape; type and device too, unless given.</summary>
        public Tensor zeros_like(ScalarType? dtype = null, Device? device = null, bool requires_grad = false)
        {
            var options = new NativeOptions(dtype ?? this.dtype, device ?? this.device, requires_grad);
            return Result(Shim.zct_zeros_like(NativeHandle, in options, out var r), r, this);
        }

        /// <summary>Ones of this shape; type and device too, unless given.</summary>
        public Tensor ones_like(ScalarType? dtype = null, Device? device = null, bool requires_grad = false)
        {
            var options = new NativeOptions(dtype ?? this.dtype, device ?? this.device, requires_grad);
            return Result(Shim.zct_ones_like(NativeHandle, in options, out var r), r, this);
        }

        /// <summary>Uninitialised memory of this shape; type and device too, unless given.</summary>
        public Tensor empty_like(ScalarType? dtype = null, Device? device = null, bool requires_grad = false)
        {
            var options = new NativeOptions(dtype ?? this.dtype, device ?? this.device, requires_grad);
            return Result(Shim.zct_empty_like(NativeHandle, in options, out var r), r, this);
        }

        private Tensor To(ScalarType type, Device device, bool copy)
        {
            var target = new NativeOptions(type, device, requires_grad: false);
            return Result(Shim.zct_to(NativeHandle, in target, copy, out var r), r, this, operation: "to");
        }
    }
}
