using System.IO.Compression;

namespace ZcBench.Imports.Csv;

/// <summary>What the first bytes of a file packed by gzip unpack to.</summary>
internal static class GzipHead
{
    private const int MostBytes = 4096;
    private const int Step = 64;

    /// <summary>As much as can be told, up to 4,096 bytes; nothing where they are damaged.</summary>
    public static ReadOnlySpan<byte> Of(ReadOnlySpan<byte> packed)
    {
        var unpacked = new byte[MostBytes];
        var count = 0;
        try
        {
            using var stream = new GZipStream(new MemoryStream(packed.ToArray()), CompressionMode.Decompress);
            for (
                int read;
                count < MostBytes
                    && (read = stream.Read(unpacked, count, Math.Min(Step, MostBytes - count))) > 0;

            )
            {
                count += read;
            }
        }
        catch (InvalidDataException)
        {
            // The bytes end within the packed ones.
        }

        return unpacked.AsSpan(0, count);
    }
}
