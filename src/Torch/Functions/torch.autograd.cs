using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>Differentiation.</summary>
    public static class autograd
    {
        /// <summary>
        /// ∂(Σ outputs · grad_outputs)/∂input for each input, in their order; nothing is accumulated into
        /// leaves.
        /// </summary>
        /// <param name="outputs">What is differentiated.</param>
        /// <param name="inputs">By what.</param>
        /// <param name="grad_outputs">
        /// A weight of each output's shape; may be absent where outputs are single numbers.
        /// </param>
        /// <param name="retain_graph">
        /// Whether the graph stays for a further pass; needed with create_graph.
        /// </param>
        /// <param name="create_graph">Whether the gradients can be differentiated again.</param>
        /// <param name="allow_unused">
        /// Whether an input may be unused; its gradient is then a tensor whose <see cref="Tensor.IsInvalid"/>
        /// is true. Otherwise it is an error.
        /// </param>
        public static IList<Tensor> grad(
            IList<Tensor> outputs, IList<Tensor> inputs, IList<Tensor>? grad_outputs = null,
            bool retain_graph = false, bool create_graph = false, bool allow_unused = false)
        {
            using var of = new TensorHandles(outputs);
            using var by = new TensorHandles(inputs);
            using var weights = new TensorHandles(grad_outputs);
            var found = new nint[by.Count];
            var status = Shim.zct_autograd_grad(
                of.Pointers, of.Count, by.Pointers, by.Count, weights.Pointers, weights.Count, retain_graph,
                create_graph, allow_unused, found);
            return status == 0
                ? Array.ConvertAll(found, pointer => new Tensor(pointer)).ToList()
                : throw TorchException.From("autograd.grad", [.. of.Tensors, .. by.Tensors]);
        }
    }
}
