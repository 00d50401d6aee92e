using System.Runtime.InteropServices;
using ZcBench.Benchmarks;

namespace ZcBench.Onnx.Files;

/// <summary>A file that holds a model, or its bytes, and the numbers of its tensors.</summary>
internal sealed class ModelFile
{
    private const long MostTensorBytes = 0x7fff_ffc7;
    private readonly Func<Stream> _open;
    private readonly string? _folder;

    private ModelFile(string name, Func<Stream> open, string? folder) =>
        (Name, _open, _folder) = (name, open, folder);

    /// <summary>Its name in messages.</summary>
    public string Name { get; }

    /// <summary>The file at a path.</summary>
    public static ModelFile At(string path) =>
        new(path, () => Opened(path), Path.GetDirectoryName(Path.GetFullPath(path)));

    /// <summary>A model in memory; it has no files beside it.</summary>
    public static ModelFile Of(string name, byte[] content) =>
        new(name, () => new MemoryStream(content, writable: false), folder: null);

    /// <summary>What the model says.</summary>
    /// <exception cref="UserError">It is no model, or damaged.</exception>
    public OnnxModel Read()
    {
        using var stream = _open();
        if (stream.Length == 0)
        {
            throw new UserError($"{Name} is empty; export it again");
        }

        try
        {
            return ModelReader.Read(stream);
        }
        catch (InvalidDataException fault)
        {
            throw new UserError(
                $"{Name} is no ONNX model, or it is damaged: {fault.Message}; export it again",
                fault
            );
        }
    }

    /// <summary>The numbers of a tensor in single precision.</summary>
    /// <exception cref="UserError">They are not there, or of a type that weights never have.</exception>
    public float[] Floats(OnnxTensor tensor)
    {
        if (!tensor.Content.Listed.IsEmpty)
        {
            return [.. Listed(tensor).Select(number => (float)number)];
        }

        var bytes = Bytes(tensor);
        return tensor.Type switch
        {
            ElementType.Float => MemoryMarshal.Cast<byte, float>(bytes).ToArray(),
            ElementType.Double =>
            [
                .. MemoryMarshal.Cast<byte, double>(bytes).ToArray().Select(number => (float)number),
            ],
            ElementType.Float16 =>
            [
                .. MemoryMarshal.Cast<byte, Half>(bytes).ToArray().Select(number => (float)number),
            ],
            ElementType.BFloat16 =>
            [
                .. MemoryMarshal
                    .Cast<byte, ushort>(bytes)
                    .ToArray()
                    .Select(number => BitConverter.UInt32BitsToSingle((uint)number << 16)),
            ],
            _ => [.. Wholes(tensor, bytes).Select(number => (float)number)],
        };
    }

    /// <summary>The numbers of a small tensor in double precision.</summary>
    /// <exception cref="UserError">They are not there.</exception>
    public double[] Doubles(OnnxTensor tensor)
    {
        if (!tensor.Content.Listed.IsEmpty)
        {
            return Listed(tensor);
        }

        return tensor.Type switch
        {
            ElementType.Double => MemoryMarshal.Cast<byte, double>(Bytes(tensor)).ToArray(),
            ElementType.Float or ElementType.Float16 or ElementType.BFloat16 =>
            [
                .. Floats(tensor).Select(number => (double)number),
            ],
            _ => Wholes(tensor, Bytes(tensor)),
        };
    }

    private double[] Listed(OnnxTensor tensor) =>
        tensor.Content.Listed.Length == tensor.Count
            ? tensor.Type == ElementType.Float16
                ?
                [
                    .. tensor.Content.Listed.Select(bits =>
                        (double)BitConverter.UInt16BitsToHalf((ushort)bits)
                    ),
                ]
                : [.. tensor.Content.Listed]
            : throw Lacking(tensor);

    private double[] Wholes(OnnxTensor tensor, byte[] bytes) =>
        tensor.Type switch
        {
            ElementType.Int64 =>
            [
                .. MemoryMarshal.Cast<byte, long>(bytes).ToArray().Select(number => (double)number),
            ],
            ElementType.Int32 =>
            [
                .. MemoryMarshal.Cast<byte, int>(bytes).ToArray().Select(number => (double)number),
            ],
            ElementType.Int8 => [.. bytes.Select(number => (double)(sbyte)number)],
            ElementType.UInt8 or ElementType.Bool => [.. bytes.Select(number => (double)number)],
            _ => throw new UserError(
                $"{Name}: tensor '{tensor.Name}' is of type {tensor.Type}, which weights never have; "
                    + "export the model in float32"
            ),
        };

    private byte[] Bytes(OnnxTensor tensor)
    {
        var content = tensor.Content;
        var asked = tensor.Count * SizeOf(tensor.Type);
        if (content.Bytes != asked && content.Bytes != -1)
        {
            throw Lacking(tensor);
        }

        if (asked > MostTensorBytes)
        {
            throw new UserError($"{Name}: tensor '{tensor.Name}' is larger than 2 GB, which is not read");
        }

        using var stream = content.Location is { } location ? Beside(location) : _open();
        if (content.Offset < 0 || content.Offset > stream.Length - asked)
        {
            throw Lacking(tensor);
        }

        var bytes = new byte[asked];
        stream.Position = content.Offset;
        stream.ReadExactly(bytes);
        return bytes;
    }

    private UserError Lacking(OnnxTensor tensor) =>
        new(
            $"{Name}: the numbers of tensor '{tensor.Name}' [{string.Join(", ", tensor.Dims)}] are not where "
                + "the model says; export it again, with the files beside it"
        );

    // Only beside the model: a name with a way in it could lead anywhere.
    private FileStream Beside(string location)
    {
        var isPlain =
            _folder is not null
            && location.Length > 0
            && !Path.IsPathRooted(location)
            && !location.Split('/', '\\').Contains("..");
        return isPlain
            ? Opened(Path.Combine(_folder!, location))
            : throw new UserError(
                $"{Name}: its weights are in '{location}', which is not beside it; "
                    + "export it with its weights in the same folder"
            );
    }

    private static FileStream Opened(string path)
    {
        try
        {
            return File.OpenRead(path);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new UserError(
                $"{path} cannot be read: {fault.Message.TrimEnd('.')}; check the path",
                fault
            );
        }
    }

    private static int SizeOf(ElementType type) =>
        type switch
        {
            ElementType.Double or ElementType.Int64 => sizeof(double),
            ElementType.Float16 or ElementType.BFloat16 => sizeof(ushort),
            ElementType.Int8 or ElementType.UInt8 or ElementType.Bool => 1,
            _ => sizeof(float),
        };
}
