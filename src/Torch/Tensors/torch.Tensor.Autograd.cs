using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    public sealed partial class Tensor
    {
        /// <summary>
        /// Differentiates this single number through its graph into the <see cref="grad"/> of every leaf, and
        /// frees the graph.
        /// </summary>
        public void backward() => TorchException.Check(Shim.zct_backward(NativeHandle), this);
    }
}
