using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using ZcBench.Benchmarks;
using ZcBench.Imports.Sources;

namespace ZcBench.Imports.Pickles;

/// <summary>
/// The bytes of a pickle with their offsets. A length is believed only as far as bytes follow.
/// </summary>
/// <param name="stream">Where they come from.</param>
/// <param name="name">What refusals call the file.</param>
internal sealed class PickleSource(Stream stream, string name)
{
    private const int Chunk = 1 << 16;
    private static readonly UTF8Encoding Utf8 = new(
        encoderShouldEmitUTF8Identifier: false,
        throwOnInvalidBytes: true
    );
    private readonly byte[] _buffer = new byte[Chunk];
    private int _start;
    private int _end;
    private long _before;

    /// <summary>Bytes read so far.</summary>
    public long Offset => _before + _start;

    /// <summary>A refusal at the byte that is to be read next, or at <paramref name="offset"/>.</summary>
    public UserError Fault(string found, string remedy = Damage.FetchAgain, long? offset = null) =>
        Damage.At(name, offset ?? Offset, found, remedy);

    /// <summary>Whether no byte follows.</summary>
    public bool AtEnd() => _start == _end && !Fill();

    /// <summary>The next byte.</summary>
    public byte Byte()
    {
        if (_start == _end && !Fill())
        {
            throw Fault("the file ends within a pickle");
        }

        return _buffer[_start++];
    }

    /// <summary>The next 2, 4 or 8 bytes, valid until the next call.</summary>
    public ReadOnlySpan<byte> Bytes(int count)
    {
        if (_end - _start < count)
        {
            _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
            _before += _start;
            _end -= _start;
            _start = 0;
            while (_end < count)
            {
                var read = stream.Read(_buffer, _end, Chunk - _end);
                if (read == 0)
                {
                    throw Fault("the file ends within a pickle");
                }

                _end += read;
            }
        }

        _start += count;
        return _buffer.AsSpan(_start - count, count);
    }

    /// <summary>A little-endian length of 1, 4 or 8 bytes, refused where it is above the bound.</summary>
    public int Length(int width)
    {
        var at = Offset;
        var bytes = Bytes(width);
        var length = width switch
        {
            1 => bytes[0],
            4 => BinaryPrimitives.ReadUInt32LittleEndian(bytes),
            _ => BinaryPrimitives.ReadUInt64LittleEndian(bytes),
        };
        return length <= PickleLimits.TextBytes
            ? (int)length
            : throw Fault(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"a length of {length} bytes, where at most {PickleLimits.TextBytes} were expected"
                ),
                offset: at
            );
    }

    /// <summary>So many bytes; memory is taken as they come.</summary>
    public byte[] Block(int count)
    {
        if (count <= Chunk)
        {
            return Bytes(count).ToArray();
        }

        using var block = new MemoryStream();
        for (var rest = count; rest > 0; rest -= Chunk)
        {
            block.Write(Bytes(Math.Min(rest, Chunk)));
        }

        return block.ToArray();
    }

    /// <summary>A UTF-8 text of so many bytes; short ones are shared.</summary>
    public string Text(int count, TextPool pool)
    {
        var at = Offset;
        try
        {
            return count <= TextPool.MostBytes ? pool.Get(Bytes(count), Utf8) : Utf8.GetString(Block(count));
        }
        catch (DecoderFallbackException fault)
        {
            throw new UserError(Fault("a text that is not UTF-8", offset: at).Message, fault);
        }
    }

    /// <summary>The Latin-1 text up to the next line feed.</summary>
    public string Line()
    {
        var line = new StringBuilder();
        for (byte next; (next = Byte()) != '\n'; )
        {
            if (line.Length == PickleLimits.LineBytes)
            {
                throw Fault("a line of more than 4,096 bytes");
            }

            line.Append((char)next);
        }

        return line.ToString();
    }

    private bool Fill()
    {
        _before += _start;
        _start = 0;
        _end = stream.Read(_buffer, 0, Chunk);
        return _end > 0;
    }
}
