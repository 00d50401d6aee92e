using System.Buffers.Binary;
using System.Globalization;

namespace ZcBench.Imports.Pickles;

/// <summary>A NumPy dtype: kind and size, as "f8" or "i4", in little-endian order.</summary>
/// <param name="Code">Its code.</param>
internal sealed record NumPyType(string Code)
{
    /// <summary>
    /// The number of these bytes; null where the type is no number that is read or the bytes are not of its
    /// size.
    /// </summary>
    public object? Scalar(byte[] bytes) =>
        (Code, bytes.Length) switch
        {
            ("f8", 8) => BinaryPrimitives.ReadDoubleLittleEndian(bytes),
            ("f4", 4) => (double)BinaryPrimitives.ReadSingleLittleEndian(bytes),
            ("i8", 8) => BinaryPrimitives.ReadInt64LittleEndian(bytes),
            ("i4", 4) => (long)BinaryPrimitives.ReadInt32LittleEndian(bytes),
            ("i2", 2) => (long)BinaryPrimitives.ReadInt16LittleEndian(bytes),
            ("i1", 1) => (long)(sbyte)bytes[0],
            ("u1", 1) => (long)bytes[0],
            ("b1", 1) => bytes[0] != 0,
            _ => null,
        };

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"dtype {Code}");
}
