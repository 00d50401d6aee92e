using System.Runtime.InteropServices;

namespace ZcBench.Proxies.Networks;

/// <summary>What functions by own kernels share: dense tensors of double precision on the CPU.</summary>
internal static class DenseDoubles
{
    // libtorch has handles of its own by the time of the next call.
    [ThreadStatic]
    private static List<Tensor>? _returned;

    /// <summary>Whether kernels can read a tensor, which a span must hold.</summary>
    public static bool Covers(Tensor tensor) =>
        tensor.dtype == torch.float64
        && tensor.device.type == DeviceType.CPU
        && tensor.numel() <= int.MaxValue / sizeof(double);

    /// <summary>The tensor in the order of its shape, outside of any graph.</summary>
    public static Tensor Dense(Tensor tensor)
    {
        using var detached = tensor.detach();
        return detached.contiguous();
    }

    /// <summary>Room for a shape.</summary>
    public static Tensor Empty(params long[] shape) => torch.empty(shape, dtype: torch.float64);

    /// <summary>The numbers of a dense tensor.</summary>
    public static Span<double> Numbers(Tensor tensor) => MemoryMarshal.Cast<byte, double>(tensor.bytes);

    /// <summary>
    /// The gradients of a value that libtorch's operations made, ready to be differentiated in turn; none for
    /// what takes no gradient.
    /// </summary>
    public static Tensor?[] Twice(Tensor value, Tensor[] inputs, Tensor gradient)
    {
        var wanted = inputs.Where(input => input.requires_grad).ToArray();
        var found = new Queue<Tensor>(
            torch.autograd.grad([value], wanted, [gradient], retain_graph: true, create_graph: true)
        );
        return [.. inputs.Select(input => input.requires_grad ? found.Dequeue() : null)];
    }

    /// <summary>
    /// Gradients for a backward pass to return, one for each argument of the function, of which the first are
    /// tensors. The handle of what the pass was given and those of what the thread returned last are let go
    /// of, so that a pass does not keep what it is done with.
    /// </summary>
    public static List<Tensor> Returned(Tensor given, Tensor?[] gradients, int vars)
    {
        given.Dispose();
        _returned?.ForEach(tensor => tensor?.Dispose());
        _returned = [.. Enumerable.Range(0, vars).Select(i => gradients.ElementAtOrDefault(i)!)];
        return _returned;
    }
}
