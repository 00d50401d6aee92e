using ICSharpCode.SharpZipLib.BZip2;
using ZcBench.Imports.Sources;

namespace ZcBench.Imports.NasBench201;

/// <summary>
/// Unpacks bzip2: one stream after the other, as bzip2 does and as parallel writers need it. Nothing else may
/// follow them.
/// </summary>
/// <param name="packed">The packed bytes; it stays open.</param>
/// <param name="path">The file, for refusals.</param>
internal sealed class BzipStream(Stream packed, string path) : ForwardStream
{
    private const int HeaderBytes = 4;
    private readonly PeekedStream _packed = new(packed);
    private BZip2InputStream? _current;
    private bool _begun;

    public override int Read(byte[] buffer, int offset, int count)
    {
        while (count > 0)
        {
            if (_current is null)
            {
                if (_begun && _packed.Peek(1).IsEmpty)
                {
                    return 0;
                }

                Begin();
            }

            var read = _current!.Read(buffer, offset, count);
            if (read > 0)
            {
                return read;
            }

            _current.Dispose();
            _current = null;
        }

        return 0;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _current?.Dispose();
        }

        base.Dispose(disposing);
    }

    // "BZh" and the size of blocks, 1 to 9.
    private void Begin()
    {
        if (_packed.Peek(HeaderBytes) is not [(byte)'B', (byte)'Z', (byte)'h', >= (byte)'1' and <= (byte)'9'])
        {
            throw _begun
                ? Damage.At(
                    path,
                    _packed.Offset,
                    "more follows after the end of the bzip2 stream, and it is not another one",
                    "check the file"
                )
                : new InvalidDataException("no header of bzip2");
        }

        _begun = true;
        _current = new(_packed) { IsStreamOwner = false };
    }
}
