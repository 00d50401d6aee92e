using ICSharpCode.SharpZipLib.Checksum;
using ZcBench.Imports.Sources;

namespace ZcBench.Imports.TorchSave;

/// <summary>
/// A stream that sums up what is read from it; .NET's zip reader does not compare the CRC-32 of its entries.
/// </summary>
internal sealed class CheckedStream(Stream inner) : ForwardStream
{
    private readonly Crc32 _sum = new();

    /// <summary>CRC-32 of the bytes read so far.</summary>
    public uint Crc32 => (uint)_sum.Value;

    public override int Read(byte[] buffer, int offset, int count)
    {
        var read = inner.Read(buffer, offset, count);
        _sum.Update(new ArraySegment<byte>(buffer, offset, read));
        return read;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner.Dispose();
        }

        base.Dispose(disposing);
    }
}
