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

    /// <summary>The name of a file without the ending of a packed one.</summary>
    public static string Unpacked(string file) =>
        file.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? file[..^".gz".Length] : file;

    /// <summary>The unpacked bytes.</summary>
    /// <exception cref="UserError">The file is damaged, cut off or larger than a gigabyte.</exception>
    public static byte[] Unpack(byte[] content, string file)
    {
        using var unpacked = new MemoryStream(
            (int)Math.Min(StatedLength(content), Math.Min(MaxBytes, 64L * content.Length))
        );
        try
        {
            using var stream = new GZipStream(new MemoryStream(content), CompressionMode.Decompress);
            var block = new byte[1 << 16];
            for (int count; (count = stream.Read(block)) > 0; )
            {
                unpacked.Write(block, 0, count);
                if (unpacked.Length > MaxBytes)
                {
                    throw new UserError(
                        $"{file} unpacks to more than a gigabyte, too much to be read; split it"
                    );
                }
            }
        }
        catch (InvalidDataException fault)
        {
            throw new UserError(
                $"{file} cannot be unpacked ({fault.Message.TrimEnd('.')}); it is damaged or cut off, "
                    + "fetch it again",
                fault
            );
        }

        // The stream ends without complaint where a file was cut off near its end.
        return unpacked.Length == StatedLength(content)
            ? unpacked.ToArray()
            : throw new UserError(
                $"{file} unpacks to {unpacked.Length} bytes where its end says {StatedLength(content)}; "
                    + "it is cut off (fetch it again), or made of several parts (unpack it first)"
            );
    }

    // The last four bytes.
    private static uint StatedLength(byte[] content) =>
        content.Length > TrailerBytes
            ? BinaryPrimitives.ReadUInt32LittleEndian(content.AsSpan(content.Length - 4))
            : 0;
}
