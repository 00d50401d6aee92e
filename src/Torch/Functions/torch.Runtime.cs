using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>The version of libtorch, such as 1.13.0.</summary>
    public static string __version__ => Libtorch.Version;

    /// <summary>How many threads one operation on the CPU may use.</summary>
    public static int get_num_threads()
    {
        TorchException.Check(Shim.zct_get_num_threads(out var count));
        return count;
    }

    /// <summary>Sets how many threads one operation on the CPU may use.</summary>
    public static void set_num_threads(int num) => TorchException.Check(Shim.zct_set_num_threads(num));

    /// <summary>How many operations may run beside each other.</summary>
    public static int get_num_interop_threads()
    {
        TorchException.Check(Shim.zct_get_num_interop_threads(out var count));
        return count;
    }

    /// <summary>
    /// Sets how many operations may run beside each other; once, before any work that does.
    /// </summary>
    public static void set_num_interop_threads(int num) =>
        TorchException.Check(Shim.zct_set_num_interop_threads(num));

    /// <summary>CUDA devices.</summary>
    public static class cuda
    {
        /// <summary>Whether this libtorch is built with CUDA and finds a device.</summary>
        public static bool is_available()
        {
            TorchException.Check(Shim.zct_cuda_is_available(out var available));
            return available;
        }

        /// <summary>How many devices it finds.</summary>
        public static int device_count()
        {
            TorchException.Check(Shim.zct_cuda_device_count(out var count));
            return count;
        }

        /// <summary>Waits until a device, the current one unless given, has done its work.</summary>
        public static void synchronize(Device? device = null) =>
            TorchException.Check(Shim.zct_cuda_synchronize(device?.index ?? -1));
    }

    /// <summary>Switches of the libraries under libtorch.</summary>
    public static class backends
    {
        /// <summary>Switches of CUDA.</summary>
        public static class cuda
        {
            /// <summary>Switches of matrix products.</summary>
            public static class matmul
            {
                /// <summary>
                /// Whether Float32 products may round their factors to TF32 (10 bits of mantissa).
                /// </summary>
                public static bool allow_tf32
                {
                    get => AllowTf32(0);
                    set => TorchException.Check(Shim.zct_set_allow_tf32(0, value));
                }
            }
        }

        /// <summary>Switches of cuDNN.</summary>
        public static class cudnn
        {
            /// <summary>
            /// Whether Float32 convolutions may round their factors to TF32 (10 bits of mantissa).
            /// </summary>
            public static bool allow_tf32
            {
                get => AllowTf32(1);
                set => TorchException.Check(Shim.zct_set_allow_tf32(1, value));
            }
        }

        private static bool AllowTf32(int which)
        {
            TorchException.Check(Shim.zct_get_allow_tf32(which, out var allow), operation: "allow_tf32");
            return allow;
        }
    }
}
