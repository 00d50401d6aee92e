using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using Google.Protobuf;
using ZcBench.Benchmarks.NasBench101;

namespace ZcBench.Imports.Tests;

/// <summary>
/// Writes TFRecords of NAS-Bench-101, from the specifications of TFRecord and of the benchmark's message. Its
/// CRC-32C is computed bit by bit.
/// </summary>
internal static class TfRecordWriter
{
    /// <summary>The record of one training.</summary>
    public static byte[] Record(
        Cell cell,
        int epochs,
        int parameters,
        double validation,
        double test,
        double seconds,
        string? hash = null
    )
    {
        var vertices = Enumerable.Range(0, cell.Vertices).ToList();
        var adjacency = string.Concat(
            vertices.SelectMany(row => vertices.Select(column => cell.HasEdge(row, column) ? '1' : '0'))
        );
        var operations = string.Join(
            ',',
            [.. cell.Operations.Select(operation => operation.OfficialName()).Prepend("input"), "output"]
        );
        var metrics = Convert.ToBase64String(Metrics(parameters, validation, test, seconds, epochs));
        return Framed(
            string.Create(
                CultureInfo.InvariantCulture,
                $"[\"{hash ?? GraphHash.Of(cell)}\", "
                    + $"{epochs}, \"{adjacency}\", \"{operations}\", \"{metrics}\"]"
            )
        );
    }

    /// <summary>A record with any payload.</summary>
    public static byte[] Framed(string payload)
    {
        var bytes = Encoding.UTF8.GetBytes(payload);
        var record = new byte[bytes.Length + 16];
        BinaryPrimitives.WriteUInt64LittleEndian(record, (ulong)bytes.Length);
        BinaryPrimitives.WriteUInt32LittleEndian(record.AsSpan(8), Masked(record.AsSpan(0, 8)));
        bytes.CopyTo(record, 12);
        BinaryPrimitives.WriteUInt32LittleEndian(record.AsSpan(12 + bytes.Length), Masked(bytes));
        return record;
    }

    /// <summary>A header that announces so many bytes, with a right CRC.</summary>
    public static byte[] Header(ulong length)
    {
        var header = new byte[12];
        BinaryPrimitives.WriteUInt64LittleEndian(header, length);
        BinaryPrimitives.WriteUInt32LittleEndian(header.AsSpan(8), Masked(header.AsSpan(0, 8)));
        return header;
    }

    private static byte[] Metrics(int parameters, double validation, double test, double seconds, int epochs)
    {
        using var bytes = new MemoryStream();
        using var output = new CodedOutputStream(bytes);
        for (var part = 0; part <= 2; part++)
        {
            output.WriteTag(1, WireFormat.WireType.LengthDelimited);
            output.WriteBytes(
                Evaluation(
                    epochs * part / 2.0,
                    seconds * part / 2,
                    part == 2 ? 1 : 0.1,
                    part == 2 ? validation : 0.1 * part,
                    part == 2 ? test : 0.1 * part
                )
            );
        }

        output.WriteTag(2, WireFormat.WireType.Varint);
        output.WriteInt32(parameters);
        output.WriteTag(3, WireFormat.WireType.Fixed64);
        output.WriteDouble(seconds + 100);
        output.Flush();
        return bytes.ToArray();
    }

    private static ByteString Evaluation(params double[] fields)
    {
        using var bytes = new MemoryStream();
        using var output = new CodedOutputStream(bytes);
        for (var field = 0; field < fields.Length; field++)
        {
            output.WriteTag(field + 1, WireFormat.WireType.Fixed64);
            output.WriteDouble(fields[field]);
        }

        output.WriteTag(6, WireFormat.WireType.LengthDelimited);
        output.WriteString("model.ckpt-1");
        output.Flush();
        return ByteString.CopyFrom(bytes.ToArray());
    }

    private static uint Masked(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        foreach (var octet in bytes)
        {
            crc ^= octet;
            for (var bit = 0; bit < 8; bit++)
            {
                crc = (crc & 1) != 0 ? crc >> 1 ^ 0x82f63b78 : crc >> 1;
            }
        }

        crc = ~crc;
        return unchecked((crc >> 15 | crc << 17) + 0xa282ead8);
    }
}
