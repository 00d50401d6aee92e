using System.Globalization;
using ZcBench.Benchmarks;

namespace ZcBench.Imports.Sources;

/// <summary>
/// What a decompressor yields, up to a bound. Whatever the decompressor throws at damaged bytes becomes a
/// refusal.
/// </summary>
/// <param name="unpacked">The decompressor.</param>
/// <param name="path">The file, for refusals.</param>
/// <param name="most">Most bytes that it may yield.</param>
internal sealed class UnpackedStream(Stream unpacked, string path, long most) : ForwardStream
{
    private long _count;

    /// <summary>
    /// The most bytes that a file of this length may unpack to: 200 times as many, and at least 64 MiB.
    /// </summary>
    public static long Most(long packed) => Math.Max(200 * packed, 1L << 26);

    public override int Read(byte[] buffer, int offset, int count)
    {
        int read;
        try
        {
            read = unpacked.Read(buffer, offset, count);
        }
        catch (Exception fault)
            when (fault is not (UserError or OperationCanceledException or OutOfMemoryException))
        {
            throw new UserError(
                $"{path} cannot be unpacked ({fault.Message.TrimEnd('.')}); {Damage.FetchAgain}",
                fault
            );
        }

        _count += Math.Max(read, 0);
        return _count <= most
            ? Math.Max(read, 0)
            : throw new UserError(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{path} unpacks to more than {most} bytes, too much for a file of its length; "
                        + $"check where it comes from"
                )
            );
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            unpacked.Dispose();
        }

        base.Dispose(disposing);
    }
}
