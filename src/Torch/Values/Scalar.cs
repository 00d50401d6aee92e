using TorchSharp.Native;

namespace TorchSharp;

/// <summary>A number of some element type, made by conversion from a .NET number.</summary>
public sealed class Scalar : IDisposable
{
    internal readonly NativeScalar Value;

    internal Scalar(NativeScalar value, torch.ScalarType type)
    {
        Value = value;
        Type = type;
    }

    /// <summary>The element type it came from.</summary>
    public torch.ScalarType Type { get; }

    /// <summary>The byte as a scalar.</summary>
    public static implicit operator Scalar(byte value) => new(new NativeScalar(value), torch.ScalarType.Byte);

    /// <summary>The integer as a scalar.</summary>
    public static implicit operator Scalar(int value) =>
        new(new NativeScalar((long)value), torch.ScalarType.Int32);

    /// <summary>The integer as a scalar.</summary>
    public static implicit operator Scalar(long value) =>
        new(new NativeScalar(value), torch.ScalarType.Int64);

    /// <summary>The float as a scalar.</summary>
    public static implicit operator Scalar(float value) =>
        new(new NativeScalar((double)value), torch.ScalarType.Float32);

    /// <summary>The float as a scalar.</summary>
    public static implicit operator Scalar(double value) =>
        new(new NativeScalar(value), torch.ScalarType.Float64);

    /// <summary>The truth value as a scalar.</summary>
    public static implicit operator Scalar(bool value) => new(new NativeScalar(value), torch.ScalarType.Bool);

    /// <summary>Does nothing here: a scalar holds no native memory.</summary>
    public void Dispose()
    {
    }
}
