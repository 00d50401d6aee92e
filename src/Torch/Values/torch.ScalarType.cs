namespace TorchSharp;

public static partial class torch
{
    /// <summary>8-bit unsigned integers.</summary>
    public static readonly ScalarType uint8 = ScalarType.Byte;

    /// <summary>8-bit integers.</summary>
    public static readonly ScalarType int8 = ScalarType.Int8;

    /// <summary>16-bit integers.</summary>
    public static readonly ScalarType int16 = ScalarType.Int16;

    /// <summary>32-bit integers.</summary>
    public static readonly ScalarType int32 = ScalarType.Int32;

    /// <summary>64-bit integers.</summary>
    public static readonly ScalarType int64 = ScalarType.Int64;

    /// <summary>16-bit IEEE floats.</summary>
    public static readonly ScalarType float16 = ScalarType.Float16;

    /// <summary>16-bit brain floats.</summary>
    public static readonly ScalarType bfloat16 = ScalarType.BFloat16;

    /// <summary>32-bit floats, the default.</summary>
    public static readonly ScalarType float32 = ScalarType.Float32;

    /// <summary>64-bit floats.</summary>
    public static readonly ScalarType float64 = ScalarType.Float64;

    /// <summary>Truth values, one byte each.</summary>
    public static readonly ScalarType @bool = ScalarType.Bool;

    /// <summary>Element types, with libtorch's numbers.</summary>
    public enum ScalarType : sbyte
    {
        /// <summary>8-bit unsigned integers.</summary>
        Byte = 0,

        /// <summary>8-bit integers.</summary>
        Int8 = 1,

        /// <summary>16-bit integers.</summary>
        Int16 = 2,

        /// <summary>32-bit integers.</summary>
        Int32 = 3,

        /// <summary>64-bit integers.</summary>
        Int64 = 4,

        /// <summary>16-bit IEEE floats.</summary>
        Float16 = 5,

        /// <summary>32-bit floats.</summary>
        Float32 = 6,

        /// <summary>64-bit floats.</summary>
        Float64 = 7,

        /// <summary>Pairs of 32-bit floats.</summary>
        ComplexFloat32 = 9,

        /// <summary>Pairs of 64-bit floats.</summary>
        ComplexFloat64 = 10,

        /// <summary>Truth values, one byte each.</summary>
        Bool = 11,

        /// <summary>16-bit brain floats.</summary>
        BFloat16 = 15,
    }

    /// <summary>Whether the type holds integers or truth values.</summary>
    public static bool is_integral(ScalarType type) =>
        type is <= ScalarType.Int64 or ScalarType.Bool;

    /// <summary>Whether the type holds real floats.</summary>
    public static bool is_floating_point(ScalarType type) =>
        type is ScalarType.Float16 or ScalarType.Float32 or ScalarType.Float64 or ScalarType.BFloat16;
}
