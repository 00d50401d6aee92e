using System.Collections.Immutable;
using System.Runtime.InteropServices;
using ZcBench.Onnx.Files;

namespace ZcBench.Onnx.Export;

/// <summary>Nodes and tensors of a graph in the making.</summary>
internal sealed class GraphWriter
{
    private const int IntAttribute = 2,
        FloatAttribute = 1,
        TensorAttribute = 4,
        IntsAttribute = 7;
    private readonly WireMessage _graph = new();
    private int _constants;

    /// <summary>The graph.</summary>
    public WireMessage Graph => _graph;

    /// <summary>Adds a node.</summary>
    public void Node(
        string operation,
        IEnumerable<string> inputs,
        string output,
        IEnumerable<WireMessage>? attributes = null,
        string note = ""
    )
    {
        var node = new WireMessage();
        foreach (var input in inputs)
        {
            node.Text(1, input);
        }

        node.Text(2, output).Text(3, output).Text(4, operation);
        foreach (var attribute in attributes ?? [])
        {
            node.Message(5, attribute);
        }

        _graph.Message(1, note.Length > 0 ? node.Text(6, note) : node);
    }

    /// <summary>Adds a tensor of single precision.</summary>
    public void Tensor(string name, ImmutableArray<long> dims, float[] numbers) =>
        _graph.Message(
            5,
            Shape(dims, ElementType.Float).Text(8, name).Bytes(9, MemoryMarshal.AsBytes(numbers.AsSpan()))
        );

    /// <summary>Adds a tensor of one number throughout, without its numbers.</summary>
    public void Filled(string name, ImmutableArray<long> dims, double number)
    {
        var value = Shape([1], ElementType.Float).Bytes(9, BitConverter.GetBytes((float)number));
        Node(
            "ConstantOfShape",
            [Wholes(dims)],
            name,
            [new WireMessage().Text(1, "value").Message(5, value).Whole(20, TensorAttribute)]
        );
    }

    /// <summary>Adds whole numbers and yields their name.</summary>
    public string Wholes(ImmutableArray<long> numbers)
    {
        var name = $"constant{_constants++}";
        _graph.Message(
            5,
            Shape([numbers.Length], ElementType.Int64)
                .Text(8, name)
                .Bytes(9, MemoryMarshal.AsBytes(numbers.AsSpan()))
        );
        return name;
    }

    /// <summary>Adds a declared input or output; −1 stands for the number of images.</summary>
    public void Declare(int field, string name, ImmutableArray<long> dims)
    {
        var shape = new WireMessage();
        foreach (var dim in dims)
        {
            shape.Message(1, dim < 0 ? new WireMessage().Text(2, "N") : new WireMessage().Whole(1, dim));
        }

        var tensor = new WireMessage().Whole(1, (long)ElementType.Float).Message(2, shape);
        _graph.Message(
            field,
            new WireMessage().Text(1, name).Message(2, new WireMessage().Message(1, tensor))
        );
    }

    /// <summary>An attribute of whole numbers.</summary>
    public static WireMessage Ints(string name, params ImmutableArray<long> numbers)
    {
        var attribute = new WireMessage().Text(1, name);
        foreach (var number in numbers)
        {
            attribute.Whole(8, number);
        }

        return attribute.Whole(20, IntsAttribute);
    }

    /// <summary>An attribute of a whole number.</summary>
    public static WireMessage Int(string name, long number) =>
        new WireMessage().Text(1, name).Whole(3, number).Whole(20, IntAttribute);

    /// <summary>An attribute of a number.</summary>
    public static WireMessage Float(string name, double number) =>
        new WireMessage().Text(1, name).Single(2, number).Whole(20, FloatAttribute);

    private static WireMessage Shape(ImmutableArray<long> dims, ElementType type)
    {
        var tensor = new WireMessage();
        foreach (var dim in dims)
        {
            tensor.Whole(1, dim);
        }

        return tensor.Whole(2, (long)type);
    }
}
