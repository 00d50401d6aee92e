namespace TorchSharp;

/// <summary>The only element of a tensor as a .NET number, from any device.</summary>
public static class TensorExtensionMethods
{
    /// <summary>The only element, rounded to 32 bits.</summary>
    /// <exception cref="TorchException">The tensor has another number of elements.</exception>
    public static float ToSingle(this torch.Tensor value) => value.ToScalar().ToSingle();

    /// <summary>The only element.</summary>
    /// <exception cref="TorchException">The tensor has another number of elements.</exception>
    public static double ToDouble(this torch.Tensor value) => value.ToScalar().ToDouble();

    /// <summary>The only element, without its fraction.</summary>
    /// <exception cref="TorchException">The tensor has another number of elements.</exception>
    public static int ToInt32(this torch.Tensor value) => value.ToScalar().ToInt32();

    /// <summary>The only element, without its fraction.</summary>
    /// <exception cref="TorchException">The tensor has another number of elements.</exception>
    public static long ToInt64(this torch.Tensor value) => value.ToScalar().ToInt64();

    /// <summary>Whether the only element is not zero.</summary>
    /// <exception cref="TorchException">The tensor has another number of elements.</exception>
    public static bool ToBoolean(this torch.Tensor value) => value.ToScalar().ToBoolean();
}
