namespace ZcBench.Onnx.Files;

/// <summary>Types of a tensor's numbers, by their codes in the format.</summary>
internal enum ElementType
{
    /// <summary>Not stated.</summary>
    Undefined = 0,

    /// <summary>32-bit floating point.</summary>
    Float = 1,

    /// <summary>8-bit without sign.</summary>
    UInt8 = 2,

    /// <summary>8-bit with sign.</summary>
    Int8 = 3,

    /// <summary>32-bit with sign.</summary>
    Int32 = 6,

    /// <summary>64-bit with sign.</summary>
    Int64 = 7,

    /// <summary>True or false.</summary>
    Bool = 9,

    /// <summary>16-bit floating point.</summary>
    Float16 = 10,

    /// <summary>64-bit floating point.</summary>
    Double = 11,

    /// <summary>The upper half of 32-bit floating point.</summary>
    BFloat16 = 16,
}
