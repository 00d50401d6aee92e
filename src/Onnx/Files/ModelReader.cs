using System.Collections.Immutable;
using System.Globalization;

namespace ZcBench.Onnx.Files;

/// <summary>
/// Reads the messages of an ONNX file (ONNX's own onnx.proto), numbers of tensors left where they are. Runs
/// nothing, follows no other file, and bounds what it keeps.
/// </summary>
internal sealed class ModelReader
{
    private const int MostNodes = 100_000,
        MostTensors = 200_000,
        MostNames = 1 << 16;
    private readonly WireReader _wire;
    private readonly TensorReader _tensorReader;
    private readonly ImmutableArray<OnnxNode>.Builder _nodes = ImmutableArray.CreateBuilder<OnnxNode>();
    private readonly ImmutableArray<OnnxTensor>.Builder _tensors = ImmutableArray.CreateBuilder<OnnxTensor>();
    private readonly ImmutableArray<OnnxValueInfo>.Builder _inputs =
        ImmutableArray.CreateBuilder<OnnxValueInfo>();
    private readonly ImmutableArray<OnnxValueInfo>.Builder _outputs =
        ImmutableArray.CreateBuilder<OnnxValueInfo>();
    private readonly ImmutableDictionary<string, string>.Builder _metadata =
        ImmutableDictionary.CreateBuilder<string, string>();

    private ModelReader(Stream stream)
    {
        _wire = new(stream);
        _tensorReader = new(_wire);
    }

    /// <summary>Reads a model.</summary>
    /// <exception cref="InvalidDataException">The stream holds none.</exception>
    public static OnnxModel Read(Stream stream) => new ModelReader(stream).ReadModel();

    private OnnxModel ReadModel()
    {
        long? opset = null;
        var graphs = 0;
        var end = _wire.Length;
        foreach (var (field, type) in _wire.Fields(end))
        {
            switch (field)
            {
                case 7:
                    graphs++;
                    ReadGraph(_wire.ReadEnd(type, end));
                    break;
                case 8:
                    opset = ReadOpset(_wire.ReadEnd(type, end)) ?? opset;
                    break;
                case 14:
                    var (key, value) = _tensorReader.ReadPair(_wire.ReadEnd(type, end));
                    _metadata[key] = value;
                    break;
            }
        }

        return graphs == 1
            ? new(
                opset ?? 1,
                _nodes.ToImmutable(),
                _tensors.ToImmutable(),
                _inputs.ToImmutable(),
                _outputs.ToImmutable(),
                _metadata.ToImmutable()
            )
            : throw new InvalidDataException($"it holds {graphs} graphs, where one was expected");
    }

    // Null for operations of other makers.
    private long? ReadOpset(long end)
    {
        var (domain, version) = ("", 0L);
        foreach (var (field, type) in _wire.Fields(end))
        {
            switch (field)
            {
                case 1:
                    domain = _wire.ReadText(type, end);
                    break;
                case 2 when type == WireReader.Varint:
                    version = (long)_wire.ReadVarint(end);
                    break;
            }
        }

        return domain is "" or "ai.onnx" ? version : null;
    }

    private void ReadGraph(long end)
    {
        foreach (var (field, type) in _wire.Fields(end))
        {
            switch (field)
            {
                case 1:
                    Bound(_nodes.Count, MostNodes, "nodes");
                    _nodes.Add(ReadNode(_wire.ReadEnd(type, end)));
                    break;
                case 5:
                    Bound(_tensors.Count, MostTensors, "tensors");
                    _tensors.Add(_tensorReader.Read(_wire.ReadEnd(type, end)));
                    break;
                case 11:
                    Bound(_inputs.Count, MostTensors, "inputs");
                    _inputs.Add(ReadValueInfo(_wire.ReadEnd(type, end)));
                    break;
                case 12:
                    Bound(_outputs.Count, MostNames, "outputs");
                    _outputs.Add(ReadValueInfo(_wire.ReadEnd(type, end)));
                    break;
                case 15:
                    throw new InvalidDataException("it holds sparse tensors, which are not read");
            }
        }
    }

    private OnnxNode ReadNode(long end)
    {
        var inputs = ImmutableArray.CreateBuilder<string>();
        var outputs = ImmutableArray.CreateBuilder<string>();
        var attributes = ImmutableDictionary.CreateBuilder<string, OnnxAttribute>();
        var (name, operation, domain, note) = ("", "", "", "");
        foreach (var (field, type) in _wire.Fields(end))
        {
            switch (field)
            {
                case 1:
                    Bound(inputs.Count, MostNames, "inputs of a node");
                    inputs.Add(_wire.ReadText(type, end));
                    break;
                case 2:
                    Bound(outputs.Count, MostNames, "outputs of a node");
                    outputs.Add(_wire.ReadText(type, end));
                    break;
                case 3:
                    name = _wire.ReadText(type, end);
                    break;
                case 4:
                    operation = _wire.ReadText(type, end);
                    break;
                case 5:
                    var (key, attribute) = ReadAttribute(_wire.ReadEnd(type, end));
                    attributes[key] = attribute;
                    break;
                case 6 when _wire.Position is var place:
                    var last = _wire.ReadEnd(type, end);
                    _wire.Seek(place);
                    note = last - place <= MostNames ? _wire.ReadText(type, end) : "";
                    _wire.Seek(last);
                    break;
                case 7:
                    domain = _wire.ReadText(type, end);
                    break;
            }
        }

        return new(
            _nodes.Count,
            name,
            operation,
            domain == "ai.onnx" ? "" : domain,
            inputs.ToImmutable(),
            outputs.ToImmutable(),
            attributes.ToImmutable(),
            note
        );
    }

    private (string Name, OnnxAttribute Attribute) ReadAttribute(long end)
    {
        var name = "";
        double? number = null;
        long? whole = null;
        string? text = null;
        OnnxTensor? tensor = null;
        var floats = new List<double>();
        var ints = new List<double>();
        var hasGraph = false;
        foreach (var (field, type) in _wire.Fields(end))
        {
            switch (field)
            {
                case 1:
                    name = _wire.ReadText(type, end);
                    break;
                case 2 when type == WireReader.Fixed32:
                    number = Shortest(BitConverter.UInt32BitsToSingle(_wire.ReadFixed32(end)));
                    break;
                case 3 when type == WireReader.Varint:
                    whole = (long)_wire.ReadVarint(end);
                    break;
                case 4:
                    text = _wire.ReadText(type, end);
                    break;
                case 5:
                    tensor = _tensorReader.Read(_wire.ReadEnd(type, end));
                    break;
                case 7:
                    _tensorReader.ReadNumbers(floats, type, WireReader.Fixed32, end);
                    break;
                case 8:
                    _tensorReader.ReadNumbers(ints, type, WireReader.Varint, end);
                    break;
                case 6 or 11:
                    hasGraph = true;
                    break;
            }
        }

        return (
            name,
            new(number, whole, text, tensor, [.. floats], [.. ints.Select(item => (long)item)], hasGraph)
        );
    }

    // The number that was meant: an epsilon of 1e-5 is stored as 9.99999975e-6.
    private static double Shortest(float number) =>
        double.Parse(number.ToString("R", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);

    private OnnxValueInfo ReadValueInfo(long end)
    {
        var name = "";
        var element = ElementType.Undefined;
        ImmutableArray<long>? dims = null;
        foreach (var (field, type) in _wire.Fields(end))
        {
            switch (field)
            {
                case 1:
                    name = _wire.ReadText(type, end);
                    break;
                case 2:
                    var typeEnd = _wire.ReadEnd(type, end);
                    foreach (var (kind, kindType) in _wire.Fields(typeEnd))
                    {
                        if (kind == 1)
                        {
                            (element, dims) = ReadTensorType(_wire.ReadEnd(kindType, typeEnd));
                        }
                    }

                    break;
            }
        }

        return new(name, element, dims);
    }

    private (ElementType Element, ImmutableArray<long>? Dims) ReadTensorType(long end)
    {
        var element = ElementType.Undefined;
        List<double>? dims = null;
        foreach (var (field, type) in _wire.Fields(end))
        {
            switch (field)
            {
                case 1 when type == WireReader.Varint:
                    element = (ElementType)(int)Math.Min(_wire.ReadVarint(end), 99);
                    break;
                case 2:
                    dims = [];
                    var shapeEnd = _wire.ReadEnd(type, end);
                    foreach (var (_, dimType) in _wire.Fields(shapeEnd))
                    {
                        Bound(dims.Count, MostNames, "dimensions");
                        dims.Add(ReadDim(_wire.ReadEnd(dimType, shapeEnd)));
                    }

                    break;
            }
        }

        return (element, dims is null ? null : [.. dims.Select(dim => dim > 0 ? (long)dim : -1)]);
    }

    private long ReadDim(long end)
    {
        var dim = -1L;
        foreach (var (field, type) in _wire.Fields(end))
        {
            if (field == 1 && type == WireReader.Varint)
            {
                dim = (long)_wire.ReadVarint(end);
            }
        }

        return dim;
    }

    internal static void Bound(int count, int most, string what)
    {
        if (count >= most)
        {
            throw new InvalidDataException($"it has more than {most} {what}");
        }
    }
}
