using System.Buffers.Binary;
using System.Globalization;
using ZcBench.Imports.Sources;

namespace ZcBench.Imports.NasBench101;

/// <summary>
/// TFRecord's framing, record by record: length (8 bytes, little-endian), masked CRC-32C of these 8 bytes,
/// the payload, masked CRC-32C of the payload (TensorFlow, "TFRecord and tf.train.Example"). One buffer
/// serves all records.
/// </summary>
internal sealed class TfRecords(Stream stream, string path)
{
    /// <summary>Bytes before the payload.</summary>
    public const int HeaderBytes = 12;

    private const int LengthBytes = 8;
    private const int FooterBytes = 4;
    private const int MostPayload = 1 << 20;
    private const int Block = 1 << 16;
    private byte[] _buffer = new byte[Block];
    private int _start;
    private int _end;

    /// <summary>Byte of the file at which the record that was read last begins.</summary>
    public long RecordOffset { get; private set; }

    private long _offset;

    /// <summary>Whether these are the first bytes of a record with a right length.</summary>
    public static bool IsHeader(ReadOnlySpan<byte> bytes) =>
        bytes.Length >= HeaderBytes
        && BinaryPrimitives.ReadUInt32LittleEndian(bytes[LengthBytes..])
            == Crc32C.Masked(bytes[..LengthBytes]);

    /// <summary>The next payload, valid until the next call; false at the end of the file.</summary>
    /// <exception cref="Benchmarks.UserError">
    /// A CRC is wrong, a length too large, or the file ends within a record.
    /// </exception>
    public bool TryRead(out ReadOnlyMemory<byte> payload)
    {
        payload = default;
        RecordOffset = _offset;
        if (!Fill(1))
        {
            return false;
        }

        Require(HeaderBytes, "the length of a record");
        var header = _buffer.AsSpan(_start, HeaderBytes);
        if (!IsHeader(header))
        {
            throw Damage.At(
                path,
                _offset,
                $"the CRC-32C of the record's length is {Hex(header[LengthBytes..])}, "
                    + $"expected {Hex(Crc32C.Masked(header[..LengthBytes]))}"
            );
        }

        var length = BinaryPrimitives.ReadUInt64LittleEndian(header);
        if (length > MostPayload)
        {
            throw Damage.At(
                path,
                _offset,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"a record of {length} bytes, where at most {MostPayload} were expected"
                )
            );
        }

        var size = (int)length;
        Require(HeaderBytes + size + FooterBytes, "a record");
        payload = _buffer.AsMemory(_start + HeaderBytes, size);
        var footer = _buffer.AsSpan(_start + HeaderBytes + size, FooterBytes);
        var expected = Crc32C.Masked(payload.Span);
        if (BinaryPrimitives.ReadUInt32LittleEndian(footer) != expected)
        {
            throw Damage.At(
                path,
                _offset + HeaderBytes + size,
                $"the CRC-32C of the record is {Hex(footer)}, expected {Hex(expected)}"
            );
        }

        _start += HeaderBytes + size + FooterBytes;
        _offset += HeaderBytes + size + FooterBytes;
        return true;
    }

    private static string Hex(ReadOnlySpan<byte> crc) => Hex(BinaryPrimitives.ReadUInt32LittleEndian(crc));

    private static string Hex(uint crc) => string.Create(CultureInfo.InvariantCulture, $"0x{crc:x8}");

    private void Require(int count, string what)
    {
        if (!Fill(count))
        {
            throw Damage.At(
                path,
                _offset + _end - _start,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"the file ends within {what}, {count - (_end - _start)} bytes short"
                )
            );
        }
    }

    // Whether so many bytes lie in the buffer from the start of the record.
    private bool Fill(int count)
    {
        if (_start + count > _buffer.Length)
        {
            _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
            _end -= _start;
            _start = 0;
            if (count > _buffer.Length)
            {
                Array.Resize(ref _buffer, count);
            }
        }

        while (_end - _start < count)
        {
            var read = stream.Read(_buffer, _end, _buffer.Length - _end);
            if (read == 0)
            {
                return false;
            }

            _end += read;
        }

        return true;
    }
}
