using System.Runtime.InteropServices;

namespace TorchSharp.Native;

/// <summary>Differentiation.</summary>
internal static partial class Shim
{
    [LibraryImport(Library)]
    internal static partial int zct_grad_mode(out Flag enabled);

    [LibraryImport(Library)]
    internal static partial int zct_set_grad_mode(Flag enabled);

    [LibraryImport(Library)]
    internal static partial int zct_get_grad(TensorHandle a, out nint result);

    [LibraryImport(Library)]
    internal static partial int zct_backward(TensorHandle a);

    [LibraryImport(Library)]
    internal static partial int zct_autograd_grad(
        ReadOnlySpan<nint> outputs, int output_count, ReadOnlySpan<nint> inputs, int input_count,
        ReadOnlySpan<nint> grad_outputs, int grad_count, Flag retain_graph, Flag create_graph,
        Flag allow_unused, Span<nint> grads);
}
