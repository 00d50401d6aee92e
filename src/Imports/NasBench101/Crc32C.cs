using System.Runtime.InteropServices;
using Arm = System.Runtime.Intrinsics.Arm.Crc32;
using X86 = System.Runtime.Intrinsics.X86.Sse42;

namespace ZcBench.Imports.NasBench101;

/// <summary>
/// CRC-32C (Castagnoli): polynomial 0x1EDC6F41, bits reflected, start and end inverted (RFC 3720, appendix B.4). By the
/// processor's own instruction where it has one.
/// </summary>
internal static class Crc32C
{
    private const uint Reflected = 0x82f63b78;
    private const uint MaskDelta = 0xa282ead8;
    private static readonly uint[] Table = [.. Enumerable.Range(0, 256).Select(octet => Step((uint)octet))];

    /// <summary>The CRC of the bytes.</summary>
    public static uint Of(ReadOnlySpan<byte> bytes) =>
        X86.X64.IsSupported || Arm.Arm64.IsSupported ? ByProcessor(bytes) : ByTable(bytes);

    /// <summary>TFRecord's mask: the CRC turned right by 15 bits, plus 0xA282EAD8.</summary>
    public static uint Masked(ReadOnlySpan<byte> bytes)
    {
        var crc = Of(bytes);
        return unchecked((crc >> 15 | crc << 17) + MaskDelta);
    }

    /// <summary>The same by a table of 256 numbers, on any processor.</summary>
    internal static uint ByTable(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        foreach (var octet in bytes)
        {
            crc = crc >> 8 ^ Table[(byte)crc ^ octet];
        }

        return ~crc;
    }

    private static uint ByProcessor(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        foreach (var word in MemoryMarshal.Cast<byte, ulong>(bytes))
        {
            crc = X86.X64.IsSupported ? (uint)X86.X64.Crc32(crc, word) : Arm.Arm64.ComputeCrc32C(crc, word);
        }

        foreach (var octet in bytes[(bytes.Length & ~7)..])
        {
            crc = X86.X64.IsSupported ? X86.Crc32(crc, octet) : Arm.ComputeCrc32C(crc, octet);
        }

        return ~crc;
    }

    private static uint Step(uint value)
    {
        for (var bit = 0; bit < 8; bit++)
        {
            value = (value & 1) != 0 ? value >> 1 ^ Reflected : value >> 1;
        }

        return value;
    }
}
