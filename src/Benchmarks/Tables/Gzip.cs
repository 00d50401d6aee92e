using System.Buffers.Binary;
using System.IO.Compression;

namespace ZcBench.Benchmarks.Tables;

/// <summary>Files compressed by gzip, unpacked into memory.</summary>
internal static class Gzip
{
    private const int MaxBytes = 1 << 30;
    private const int TrailerBytes = 8;

    /// <summary>Whether the first bytes are those of gzip.</summary>
    public static bool IsPacked(ReadOnlySpan<byte> content) => content is [0x1f, 0x8b, ..];

    /// <summary>The unpacked bytes.</summary>
    /// <exception cref="UserError">The file is damaged, cut off or larger than a gigabyte.</exception>
    public static byte[] Unpack(byte[] content, string file)
    {
        using var unpacked = new MemoryStream(Expected(content));
        try
        {
            using var stream = new GZipStream(new MemoryStream(content), CompressionMode.Decompress);
            var block = new byte[1 << 16];
            for (int count; (count = stream.Read(block)) > 0;)
            {
                unpacked.Write(block, 0, count);
                if (unpacked.Length > MaxBytes)
                {
                    throw new UserError($"{file} unpacks to more than a gigabyte, too much for a table; split it");
                }
            }
        }
        catch (InvalidDataException fault)
        {
            throw new UserError($"{file} cannot be unpacked ({fault.Message.TrimEnd('.')}); it is damaged or cut off, fetch it again", fault);
        }

        return unpacked.ToArray();
    }

    // A file's last four bytes say how long it is unpacked; they are believed as far as they are plausible.
    private static int Expected(byte[] content)
    {
        var stated = content.Length > TrailerBytes ? BinaryPrimitives.ReadUInt32LittleEndian(content.AsSpan(content.Length - 4)) : 0;
        return (int)Math.Min(stated, Math.Min(MaxBytes, 64L * content.Length));
    }
}
