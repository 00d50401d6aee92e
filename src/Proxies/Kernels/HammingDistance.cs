using System.Numerics.Tensors;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace ZcBench.Proxies.Kernels;

/// <summary>
/// Number of bits at which two equally long rows of words differ, popcount(a ⊕ b), exactly. Blocks of 64
/// words are counted with carry-save adders (Harley and Seal; Muła, Kurz and Lemire, Faster population counts
/// using AVX2 instructions, 2018): eight vectors are added bit by bit to three running binary digits, so that
/// only the carry of weight 8 has to be counted. The vectors are as wide as the CPU's, up to 512 bits.
/// </summary>
internal static class HammingDistance
{
    private const int BlockVectors = 8;
    private const int BlockWords = BlockVectors * 512 / 64;

    public static long Between(ReadOnlySpan<ulong> a, ReadOnlySpan<ulong> b)
    {
        // Narrower vectors lose to the popcount of single words, or to Arm's own, which the library uses.
        var head = Vector256.IsHardwareAccelerated ? a.Length / BlockWords * BlockWords : 0;
        var distance = head > 0 ? OfBlocks(a[..head], b[..head]) : 0;
        return head < a.Length
            ? distance + TensorPrimitives.HammingBitDistance(a[head..], b[head..])
            : distance;
    }

    private static long OfBlocks(ReadOnlySpan<ulong> a, ReadOnlySpan<ulong> b)
    {
        var x = MemoryMarshal.Cast<ulong, Vector512<ulong>>(a);
        var y = MemoryMarshal.Cast<ulong, Vector512<ulong>>(b);
        Vector512<ulong> ones = default,
            twos = default,
            fours = default,
            total = default;
        while (x.Length >= BlockVectors && y.Length >= BlockVectors)
        {
            var pair = Carry(ref ones, x[0] ^ y[0], x[1] ^ y[1]);
            var next = Carry(ref ones, x[2] ^ y[2], x[3] ^ y[3]);
            var quad = Carry(ref twos, pair, next);
            pair = Carry(ref ones, x[4] ^ y[4], x[5] ^ y[5]);
            next = Carry(ref ones, x[6] ^ y[6], x[7] ^ y[7]);
            total += Sum(BytePopCount(Carry(ref fours, quad, Carry(ref twos, pair, next))));
            x = x[BlockVectors..];
            y = y[BlockVectors..];
        }

        // At most (4 + 2 + 1) · 8 a byte.
        var rest = (BytePopCount(fours) << 2) + (BytePopCount(twos) << 1) + BytePopCount(ones);
        return (long)Vector512.Sum((total << 3) + Sum(rest));
    }

    /// <summary>
    /// Adds a and b to the digit, in each bit position, and returns the carry, of twice its weight.
    /// </summary>
    private static Vector512<ulong> Carry(ref Vector512<ulong> digit, Vector512<ulong> a, Vector512<ulong> b)
    {
        var old = digit;
        var differ = old ^ a;
        digit = differ ^ b;
        return Vector512.ConditionalSelect(differ, b, old);
    }

    /// <summary>Number of set bits of each byte, by sums within fields of 2, 4 and 8 bits.</summary>
    private static Vector512<ulong> BytePopCount(Vector512<ulong> x)
    {
        var pairs = Vector512.Create(0x5555_5555_5555_5555UL);
        var nibbles = Vector512.Create(0x3333_3333_3333_3333UL);
        var bytes = Vector512.Create(0x0F0F_0F0F_0F0F_0F0FUL);
        x -= (x >>> 1) & pairs;
        x = (x & nibbles) + ((x >>> 2) & nibbles);
        return (x + (x >>> 4)) & bytes;
    }

    /// <summary>Sum of the eight bytes of each word.</summary>
    private static Vector512<ulong> Sum(Vector512<ulong> bytes)
    {
        var even = Vector512.Create(0x00FF_00FF_00FF_00FFUL);
        var x = (bytes & even) + ((bytes >>> 8) & even);
        x += x >>> 16;
        x += x >>> 32;
        return x & Vector512.Create(0xFFFFUL);
    }
}
