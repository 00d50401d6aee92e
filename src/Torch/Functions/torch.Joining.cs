using System.Runtime.CompilerServices;
using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>The tensors one after the other along a dimension they have.</summary>
    public static Tensor cat(IList<Tensor> tensors, long dim = 0)
    {
        using var list = new TensorHandles(tensors);
        return Joined(Shim.zct_cat(list.Pointers, list.Count, dim, out var r), r, list);
    }

    /// <summary>The tensors, of one shape, along a new dimension.</summary>
    public static Tensor stack(IEnumerable<Tensor> tensors, long dim = 0)
    {
        using var list = new TensorHandles(tensors);
        return Joined(Shim.zct_stack(list.Pointers, list.Count, dim, out var r), r, list);
    }

    /// <summary>The sum of products that an equation such as "bi,bj-&gt;ij" describes.</summary>
    public static Tensor einsum(string equation, params Tensor[] tensors)
    {
        using var list = new TensorHandles(tensors);
        return Joined(
            Shim.zct_einsum(equation, list.Pointers, list.Count, out var r), r, list, $"einsum '{equation}'");
    }

    /// <summary>x's element where the condition holds, y's elsewhere, broadcast.</summary>
    /// <param name="condition">A Bool tensor.</param>
    /// <param name="x">The elements where it holds.</param>
    /// <param name="y">The elements elsewhere.</param>
    public static Tensor where(Tensor condition, Tensor x, Tensor y) => Tensor.Result(
        Shim.zct_where(condition.NativeHandle, x.NativeHandle, y.NativeHandle, out var r), r, condition, x,
        y);

    private static Tensor Joined(
        int status, nint pointer, TensorHandles arguments, [CallerMemberName] string operation = "") =>
        status == 0 ? new Tensor(pointer) : throw TorchException.From(operation, arguments.Tensors);
}
