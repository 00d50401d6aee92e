namespace TorchSharp;

/// <summary>From .NET numbers to scalars and back.</summary>
public static class ScalarExtensionMethods
{
    /// <summary>The integer as a scalar.</summary>
    public static Scalar ToScalar(this int value) => value;

    /// <summary>The integer as a scalar.</summary>
    public static Scalar ToScalar(this long value) => value;

    /// <summary>The float as a scalar.</summary>
    public static Scalar ToScalar(this float value) => value;

    /// <summary>The float as a scalar.</summary>
    public static Scalar ToScalar(this double value) => value;

    /// <summary>The truth value as a scalar.</summary>
    public static Scalar ToScalar(this bool value) => value;

    /// <summary>The number, rounded to 32 bits.</summary>
    public static float ToSingle(this Scalar value) => (float)value.Value.ToDouble();

    /// <summary>The number.</summary>
    public static double ToDouble(this Scalar value) => value.Value.ToDouble();

    /// <summary>The number, without its fraction.</summary>
    public static int ToInt32(this Scalar value) => (int)value.Value.ToInt64();

    /// <summary>The number, without its fraction.</summary>
    public static long ToInt64(this Scalar value) => value.Value.ToInt64();

    /// <summary>Whether the number is not zero.</summary>
    public static bool ToBoolean(this Scalar value) => value.Value.ToDouble() != 0;
}
