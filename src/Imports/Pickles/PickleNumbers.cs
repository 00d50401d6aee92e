using System.Buffers.Binary;
using System.Globalization;
using System.Numerics;

namespace ZcBench.Imports.Pickles;

/// <summary>
/// Numbers as pickles spell them. Whole numbers become long, or BigInteger where that is too small.
/// </summary>
internal static class PickleNumbers
{
    private const int MostSmall = 1024;
    private static readonly object[] Small =
    [
        .. Enumerable.Range(0, MostSmall).Select(object (value) => (long)value),
    ];

    /// <summary>A whole number; one object for each small one.</summary>
    public static object Whole(long value) => value is >= 0 and < MostSmall ? Small[value] : value;

    /// <summary>A whole number in two's complement, little-endian, of any length.</summary>
    public static object Whole(ReadOnlySpan<byte> bytes)
    {
        var value = new BigInteger(bytes);
        return value >= long.MinValue && value <= long.MaxValue ? Whole((long)value) : value;
    }

    /// <summary>A big-endian double.</summary>
    public static object Real(ReadOnlySpan<byte> bytes) => BinaryPrimitives.ReadDoubleBigEndian(bytes);

    /// <summary>The text of opcode INT: 00 and 01 are false and true; null where it is no number.</summary>
    public static object? Int(string text) =>
        text switch
        {
            "00" => false,
            "01" => true,
            _ => long.TryParse(
                text,
                NumberStyles.AllowLeadingSign,
                CultureInfo.InvariantCulture,
                out var value
            )
                ? Whole(value)
                : Long(text),
        };

    /// <summary>The text of opcode LONG, as "12L"; null where it is no number.</summary>
    public static object? Long(string text) =>
        BigInteger.TryParse(
            text.EndsWith('L') ? text.AsSpan(0, text.Length - 1) : text,
            NumberStyles.AllowLeadingSign,
            CultureInfo.InvariantCulture,
            out var value
        )
            ? value >= long.MinValue && value <= long.MaxValue
                ? Whole((long)value)
                : value
            : null;

    /// <summary>The text of opcode FLOAT; null where it is no number.</summary>
    public static object? Float(string text) =>
        text switch
        {
            "nan" => double.NaN,
            "inf" => double.PositiveInfinity,
            "-inf" => double.NegativeInfinity,
            _ => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
                ? value
                : null,
        };
}
