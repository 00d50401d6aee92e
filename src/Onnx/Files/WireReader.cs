using System.Buffers.Binary;
using System.Text;

namespace ZcBench.Onnx.Files;

/// <summary>
/// Reads protocol buffers from a stream without holding it: numbers, short texts, and where long fields are.
/// Lengths are believed only as far as bytes follow.
/// </summary>
internal sealed class WireReader
{
    /// <summary>Field types on the wire.</summary>
    public const int Varint = 0,
        Fixed64 = 1,
        Bytes = 2,
        Fixed32 = 5;

    private const int MostText = 1 << 16;
    private const int BufferSize = 1 << 14;
    private readonly Stream _stream;
    private readonly byte[] _buffer = new byte[BufferSize];
    private long _bufferStart;
    private int _bufferCount;

    /// <summary>A reader of a stream that can seek.</summary>
    public WireReader(Stream stream)
    {
        _stream = stream;
        Length = stream.Length;
    }

    /// <summary>Where the next byte is.</summary>
    public long Position { get; private set; }

    /// <summary>Bytes of the stream.</summary>
    public long Length { get; }

    /// <summary>
    /// The fields of a message that ends at a place; what the caller leaves unread is passed over.
    /// </summary>
    /// <exception cref="InvalidDataException">The bytes are none of this format.</exception>
    public IEnumerable<(int Field, int Type)> Fields(long end)
    {
        while (Position < end)
        {
            var tag = ReadVarint(end);
            var (field, type) = ((int)(tag >> 3), (int)(tag & 7));
            if (tag >> 3 is 0 or > 1 << 29)
            {
                throw new InvalidDataException("a field has no number");
            }

            var place = Position;
            yield return (field, type);
            if (Position == place)
            {
                Skip(type, end);
            }
        }
    }

    /// <summary>A whole number of up to 64 bits.</summary>
    public ulong ReadVarint(long end)
    {
        ulong value = 0;
        for (var shift = 0; shift < 64; shift += 7)
        {
            var octet = ReadByte(end);
            value |= (ulong)(octet & 0x7f) << shift;
            if (octet < 0x80)
            {
                return value;
            }
        }

        throw new InvalidDataException("a number has more than 64 bits");
    }

    /// <summary>Four bytes.</summary>
    public uint ReadFixed32(long end)
    {
        Span<byte> bytes = stackalloc byte[4];
        Read(bytes, end);
        return BinaryPrimitives.ReadUInt32LittleEndian(bytes);
    }

    /// <summary>Eight bytes.</summary>
    public ulong ReadFixed64(long end)
    {
        Span<byte> bytes = stackalloc byte[8];
        Read(bytes, end);
        return BinaryPrimitives.ReadUInt64LittleEndian(bytes);
    }

    /// <summary>Reads a length and says where the bytes that follow end.</summary>
    public long ReadEnd(int type, long end)
    {
        if (type != Bytes)
        {
            throw new InvalidDataException("a number is where a part of the model was expected");
        }

        var length = ReadVarint(end);
        return length <= (ulong)(end - Position)
            ? Position + (long)length
            : throw new InvalidDataException("it ends too early");
    }

    /// <summary>A text of at most 64 KiB.</summary>
    public string ReadText(int type, long end)
    {
        var last = ReadEnd(type, end);
        if (last - Position > MostText)
        {
            throw new InvalidDataException("a name is longer than 64 KiB");
        }

        var bytes = new byte[last - Position];
        Read(bytes, last);
        return Encoding.UTF8.GetString(bytes);
    }

    /// <summary>Goes to a place.</summary>
    public void Seek(long position) => Position = position;

    private void Skip(int type, long end)
    {
        switch (type)
        {
            case Varint:
                ReadVarint(end);
                break;
            case Fixed64:
                Require(8, end);
                Position += 8;
                break;
            case Bytes:
                Position = ReadEnd(type, end);
                break;
            case Fixed32:
                Require(4, end);
                Position += 4;
                break;
            default:
                throw new InvalidDataException("a field is of no known type");
        }
    }

    private void Require(int count, long end)
    {
        if (end - Position < count)
        {
            throw new InvalidDataException("it ends too early");
        }
    }

    private void Read(Span<byte> target, long end)
    {
        Require(target.Length, end);
        for (var i = 0; i < target.Length; i++)
        {
            target[i] = ReadByte(end);
        }
    }

    private byte ReadByte(long end)
    {
        if (Position >= end)
        {
            throw new InvalidDataException("it ends too early");
        }

        if (Position < _bufferStart || Position >= _bufferStart + _bufferCount)
        {
            _stream.Position = Position;
            _bufferStart = Position;
            _bufferCount = _stream.Read(_buffer);
            if (_bufferCount == 0)
            {
                throw new InvalidDataException("it ends too early");
            }
        }

        return _buffer[Position++ - _bufferStart];
    }
}
