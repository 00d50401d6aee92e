using System.Collections.Immutable;
using System.Globalization;

namespace ZcBench.Onnx.Files;

/// <summary>Reads the messages of tensors.</summary>
internal sealed class TensorReader
{
    private const int MostNumbers = 1 << 20,
        MostDims = 16;
    private const double MostCount = 1L << 40;
    private readonly WireReader _wire;

    /// <summary>Reads from where a reader is.</summary>
    public TensorReader(WireReader wire) => _wire = wire;

    /// <summary>Reads a tensor that is a file of its own.</summary>
    /// <exception cref="InvalidDataException">The stream holds none.</exception>
    public static OnnxTensor Read(Stream stream) => new TensorReader(new(stream)).Read(stream.Length);

    /// <summary>Reads a tensor that ends at a place.</summary>
    public OnnxTensor Read(long end)
    {
        var dims = new List<double>();
        var listed = new List<double>();
        var element = ElementType.Undefined;
        var name = "";
        string? location = null;
        var (offset, bytes, isExternal) = (0L, 0L, false);
        foreach (var (field, type) in _wire.Fields(end))
        {
            switch (field)
            {
                case 1:
                    ReadNumbers(dims, type, WireReader.Varint, end);
                    break;
                case 2 when type == WireReader.Varint:
                    element = (ElementType)(int)Math.Min(_wire.ReadVarint(end), 99);
                    break;
                case 4 when type == WireReader.Bytes:
                case 9 or 10 when type == WireReader.Bytes:
                    var last = _wire.ReadEnd(type, end);
                    (offset, bytes) = (_wire.Position, last - _wire.Position);
                    _wire.Seek(last);
                    break;
                case 4:
                    ReadNumbers(listed, type, WireReader.Fixed32, end);
                    break;
                case 10:
                    ReadNumbers(listed, type, WireReader.Fixed64, end);
                    break;
                case 5 or 7 or 11:
                    ReadNumbers(listed, type, WireReader.Varint, end);
                    break;
                case 8:
                    name = _wire.ReadText(type, end);
                    break;
                case 13:
                    var (key, value) = ReadPair(_wire.ReadEnd(type, end));
                    location = key == "location" ? value : location;
                    offset = key == "offset" ? Whole(value) : offset;
                    bytes = key == "length" ? Whole(value) : bytes;
                    break;
                case 14 when type == WireReader.Varint:
                    isExternal = _wire.ReadVarint(end) == 1;
                    break;
            }
        }

        if (isExternal && location is null)
        {
            throw new InvalidDataException($"tensor '{name}' is in another file, which is not named");
        }

        return new(
            name,
            Shape(dims, name),
            element,
            new(offset, isExternal && bytes == 0 ? -1 : bytes, isExternal ? location : null, [.. listed])
        );
    }

    private static ImmutableArray<long> Shape(List<double> dims, string name)
    {
        var count = dims.Aggregate(1.0, (a, b) => a * Math.Max(1, b));
        return dims.Count <= MostDims && dims.TrueForAll(dim => dim >= 0) && count <= MostCount
            ? [.. dims.Select(dim => (long)dim)]
            : throw new InvalidDataException($"the shape of tensor '{name}' is none");
    }

    private static long Whole(string text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw new InvalidDataException($"'{text}' is no place in another file");

    /// <summary>A key and its value.</summary>
    public (string Key, string Value) ReadPair(long end)
    {
        var (key, value) = ("", "");
        foreach (var (field, type) in _wire.Fields(end))
        {
            switch (field)
            {
                case 1:
                    key = _wire.ReadText(type, end);
                    break;
                case 2:
                    value = _wire.ReadText(type, end);
                    break;
            }
        }

        return (key, value);
    }

    /// <summary>One number, or many side by side.</summary>
    public void ReadNumbers(List<double> numbers, int type, int element, long end)
    {
        if (type == WireReader.Bytes)
        {
            var last = _wire.ReadEnd(type, end);
            while (_wire.Position < last)
            {
                Add(last);
            }
        }
        else
        {
            Add(end);
        }

        void Add(long limit)
        {
            ModelReader.Bound(numbers.Count, MostNumbers, "numbers listed one by one");
            numbers.Add(
                element switch
                {
                    WireReader.Fixed32 => BitConverter.UInt32BitsToSingle(_wire.ReadFixed32(limit)),
                    WireReader.Fixed64 => BitConverter.UInt64BitsToDouble(_wire.ReadFixed64(limit)),
                    _ => (long)_wire.ReadVarint(limit),
                }
            );
        }
    }
}
