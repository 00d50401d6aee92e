using System.Buffers.Binary;
using System.Numerics;

namespace ZcBench.Imports.NasBench101;

/// <summary>
/// CRC-32C (Castagnoli): polynomial 0x1EDC6F41, bits reflected, start and end inverted (RFC 3720, appendix
/// B.4).
/// </summary>
internal static class Crc32C
{
    private const uint MaskDelta = 0xa282ead8;

    /// <summary>The CRC of the bytes.</summary>
    public static uint Of(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        for (; bytes.Length >= sizeof(ulong); bytes = bytes[sizeof(ulong)..])
        {
            crc = BitOperations.Crc32C(crc, BinaryPrimitives.ReadUInt64LittleEndian(bytes));
        }

        foreach (var octet in bytes)
        {
            crc = BitOperations.Crc32C(crc, octet);
        }

        return ~crc;
    }

    /// <summary>TFRecord's mask: the CRC turned right by 15 bits, plus 0xA282EAD8.</summary>
    public static uint Masked(ReadOnlySpan<byte> bytes) =>
        BitOperations.RotateRight(Of(bytes), 15) + MaskDelta;
}
