using System.Buffers;
using Google.Protobuf;

namespace ZcBench.Onnx.Export;

/// <summary>A protocol buffer in the making.</summary>
internal sealed class WireMessage
{
    private readonly ArrayBufferWriter<byte> _content = new();

    /// <summary>Adds a text.</summary>
    public WireMessage Text(int field, string text) =>
        Add(field, WireFormat.WireType.LengthDelimited, output => output.WriteString(text));

    /// <summary>Adds a whole number.</summary>
    public WireMessage Whole(int field, long number) =>
        Add(field, WireFormat.WireType.Varint, output => output.WriteInt64(number));

    /// <summary>Adds a number of single precision.</summary>
    public WireMessage Single(int field, double number) =>
        Add(field, WireFormat.WireType.Fixed32, output => output.WriteFloat((float)number));

    /// <summary>Adds a message.</summary>
    public WireMessage Message(int field, WireMessage message) => Bytes(field, message._content.WrittenSpan);

    /// <summary>Adds bytes.</summary>
    public WireMessage Bytes(int field, ReadOnlySpan<byte> bytes)
    {
        var length = bytes.Length;
        Add(field, WireFormat.WireType.LengthDelimited, output => output.WriteLength(length));
        _content.Write(bytes);
        return this;
    }

    /// <summary>Its bytes.</summary>
    public byte[] ToArray() => _content.WrittenSpan.ToArray();

    private WireMessage Add(int field, WireFormat.WireType type, Action<CodedOutputStream> write)
    {
        using var part = new MemoryStream();
        using (var output = new CodedOutputStream(part, leaveOpen: true))
        {
            output.WriteTag(field, type);
            write(output);
        }

        _content.Write(part.GetBuffer().AsSpan(0, (int)part.Length));
        return this;
    }
}
