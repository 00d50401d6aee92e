using System.Buffers.Binary;
using ZcBench.Benchmarks.Randomness;

namespace ZcBench.Fuzzing;

/// <summary>Files with a few random faults.</summary>
internal static class Mutation
{
    private const int MostFaults = 4;
    private static readonly ulong[] Lengths =
    [
        0,
        1,
        0x7f,
        0xff,
        0x7fff_ffff,
        0xffff_ffff,
        1UL << 60,
        ulong.MaxValue,
    ];

    /// <summary>The file with one to four faults.</summary>
    public static byte[] Of(byte[] original, CounterRandom random)
    {
        byte[] faulty = [.. original];
        var faults = 1 + random.Below(0, MostFaults);
        for (var fault = 0; fault < faults; fault++)
        {
            faulty = One(faulty, 10 * (fault + 1), random);
        }

        return faulty;
    }

    private static byte[] One(byte[] bytes, long draw, CounterRandom random)
    {
        if (bytes.Length == 0)
        {
            return [(byte)random.Bits(draw)];
        }

        var at = (int)random.Below(draw + 1, bytes.Length);
        var count = 1 + (int)random.Below(draw + 2, Math.Min(64, bytes.Length - at));
        switch (random.Below(draw + 3, 7))
        {
            case 0:
                bytes[at] ^= (byte)(1 << (int)random.Below(draw + 4, 8));
                return bytes;
            case 1:
                bytes[at] = (byte)random.Bits(draw + 4);
                return bytes;
            case 2:
                return [.. bytes[..at], .. bytes[(at + count)..]];
            case 3:
                return [.. bytes[..(at + count)], .. bytes[at..]];
            case 4:
                return bytes[..at];
            case 5:
                var length = new byte[8];
                BinaryPrimitives.WriteUInt64LittleEndian(
                    length,
                    Lengths[random.Below(draw + 4, Lengths.Length)]
                );
                length.AsSpan(0, Math.Min(8, bytes.Length - at)).CopyTo(bytes.AsSpan(at));
                return bytes;
            default:
                var from = (int)random.Below(draw + 4, bytes.Length);
                return [.. bytes[..at], .. bytes[from..Math.Min(from + count, bytes.Length)], .. bytes[at..]];
        }
    }
}
