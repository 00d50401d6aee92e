namespace ZcBench.Imports.Sources;

/// <summary>A stream whose next bytes can be looked at, and that knows how many were read.</summary>
/// <param name="inner">Where the bytes come from; it stays open.</param>
internal sealed class PeekedStream(Stream inner) : ForwardStream
{
    private readonly byte[] _buffer = new byte[1 << 16];
    private int _start;
    private int _end;
    private long _before;

    /// <summary>Bytes read so far.</summary>
    public long Offset => _before + _start;

    /// <summary>The next bytes, fewer at the end, without reading them.</summary>
    public ReadOnlySpan<byte> Peek(int count)
    {
        if (_end - _start < count)
        {
            _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
            _before += _start;
            (_start, _end) = (0, _end - _start);
            _end += inner.ReadAtLeast(_buffer.AsSpan(_end), count - _end, throwOnEndOfStream: false);
        }

        return _buffer.AsSpan(_start, Math.Min(count, _end - _start));
    }

    public override int ReadByte() => Peek(1).IsEmpty ? -1 : _buffer[_start++];

    public override int Read(byte[] buffer, int offset, int count)
    {
        Peek(1);
        var read = Math.Min(count, _end - _start);
        _buffer.AsSpan(_start, read).CopyTo(buffer.AsSpan(offset));
        _start += read;
        return read;
    }
}
