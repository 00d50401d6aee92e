using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    public sealed partial class Tensor
    {
        /// <summary>
        /// The memory of a contiguous CPU tensor, valid while the tensor lives. Setting copies as many bytes
        /// in.
        /// </summary>
        /// <exception cref="InvalidOperationException">
        /// The tensor is not contiguous or not on the CPU.
        /// </exception>
        /// <exception cref="ArgumentException">
        /// There are more than 2³¹ - 1 bytes, or another number to set.
        /// </exception>
        public unsafe Span<byte> bytes
        {
            get
            {
                if (!is_contiguous())
                    throw new InvalidOperationException("bytes needs a contiguous tensor; call contiguous() first.");
                var length = numel() * element_size();
                if (length > int.MaxValue)
                    throw new ArgumentException(
                        $"bytes reaches at most {int.MaxValue} bytes; the tensor has {length}.");
                return new Span<byte>((void*)DataPointer(), (int)length);
            }
            set
            {
                var memory = bytes;
                if (memory.Length != value.Length)
                    throw new ArgumentException(
                        $"The tensor has {memory.Length} bytes; {value.Length} were given.");
                value.CopyTo(memory);
                GC.KeepAlive(this);
            }
        }

        /// <summary>The elements of a CPU tensor as .NET numbers.</summary>
        /// <exception cref="ArgumentException">T is not the .NET type of the dtype.</exception>
        /// <exception cref="InvalidOperationException">The tensor is not on the CPU.</exception>
        public Utils.TensorAccessor<T> data<T>()
            where T : unmanaged
        {
            ValidateType<T>();
            _ = DataPointer();
            return new Utils.TensorAccessor<T>(this);
        }

        /// <summary>The only element of a CPU tensor.</summary>
        /// <exception cref="ArgumentException">
        /// There are more elements or none, or T is not the dtype's type.
        /// </exception>
        /// <exception cref="InvalidOperationException">The tensor is not on the CPU.</exception>
        public unsafe T item<T>()
            where T : unmanaged
        {
            var count = numel();
            if (count != 1)
                throw new ArgumentException($"item needs a tensor of one element; this one has {count}.");
            ValidateType<T>();
            var value = *(T*)DataPointer();
            GC.KeepAlive(this);
            return value;
        }

        /// <summary>The only element, from any device.</summary>
        /// <exception cref="TorchException">The tensor has another number of elements.</exception>
        public Scalar ToScalar()
        {
            TorchException.Check(Shim.zct_item(NativeHandle, out var value), this, operation: "item");
            return new Scalar(value, dtype);
        }

        internal nint DataPointer()
        {
            if (device_type != DeviceType.CPU)
                throw new InvalidOperationException(
                    $"The elements of a tensor on {device} are out of reach; call cpu() first.");
            TorchException.Check(Shim.zct_data(NativeHandle, out var pointer), this, operation: "data");
            return pointer;
        }

        private void ValidateType<T>()
        {
            var expected = dtype switch
            {
                ScalarType.Byte => typeof(byte),
                ScalarType.Int8 => typeof(sbyte),
                ScalarType.Int16 => typeof(short),
                ScalarType.Int32 => typeof(int),
                ScalarType.Int64 => typeof(long),
                ScalarType.Float32 => typeof(float),
                ScalarType.Float64 => typeof(double),
                ScalarType.Bool => typeof(bool),
                _ => null,
            };
            if (typeof(T) != expected)
                throw new ArgumentException($"{typeof(T).Name} is not the .NET type of {dtype} elements.");
        }
    }
}
