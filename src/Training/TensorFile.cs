using System.Buffers.Binary;
using System.Text.Json;
using System.Text.Json.Nodes;
using ZcBench.Benchmarks;

namespace ZcBench.Training;

/// <summary>
/// Tensors in a file of the safetensors format: the length of a header, eight bytes; the header, JSON with
/// type, shape and place of each tensor and one dictionary of texts; the numbers. Other programs read it too.
/// </summary>
internal static class TensorFile
{
    private const string Texts = "__metadata__";
    private const int LongestHeader = 100 << 20;

    /// <summary>Writes a file whole or not at all.</summary>
    /// <param name="file">Its path.</param>
    /// <param name="tensors">By name; a name must not be the format's own.</param>
    /// <param name="texts">What else is to be kept.</param>
    public static void Write(
        string file,
        IEnumerable<KeyValuePair<string, Tensor>> tensors,
        IReadOnlyDictionary<string, string> texts
    )
    {
        var header = new JsonObject { [Texts] = JsonSerializer.SerializeToNode(texts) };
        var (all, place) = (tensors.ToList(), 0L);
        foreach (var (name, tensor) in all)
        {
            var end = place + tensor.numel() * tensor.element_size();
            header[name] = new JsonObject
            {
                ["dtype"] = TypeName(tensor.dtype),
                ["shape"] = JsonSerializer.SerializeToNode(tensor.shape),
                ["data_offsets"] = new JsonArray(place, end),
            };
            place = end;
        }

        var json = JsonSerializer.SerializeToUtf8Bytes(header);
        var length = new byte[sizeof(long)];
        BinaryPrimitives.WriteInt64LittleEndian(length, json.Length);
        var temporary = $"{file}.new";
        using (var stream = File.Create(temporary))
        {
            stream.Write(length);
            stream.Write(json);
            foreach (var (_, tensor) in all)
            {
                using var scope = torch.NewDisposeScope();
                stream.Write(tensor.detach().cpu().contiguous().bytes);
            }
        }

        File.Move(temporary, file, overwrite: true);
    }

    /// <summary>Reads a file.</summary>
    /// <returns>Tensors on the CPU, and the texts.</returns>
    /// <exception cref="UserError">It is damaged or of another format.</exception>
    public static (NamedTensors Tensors, IReadOnlyDictionary<string, string> Texts) Read(string file)
    {
        var tensors = new NamedTensors();
        try
        {
            using var stream = File.OpenRead(file);
            var length = new byte[sizeof(long)];
            stream.ReadExactly(length);
            var json = new byte[Within(BinaryPrimitives.ReadInt64LittleEndian(length), LongestHeader)];
            stream.ReadExactly(json);
            var header = JsonNode.Parse(json)!.AsObject();
            var (start, texts) = (stream.Position, new Dictionary<string, string>(StringComparer.Ordinal));
            foreach (var (name, node) in header)
            {
                if (name == Texts)
                {
                    texts = node.Deserialize<Dictionary<string, string>>()!;
                    continue;
                }

                var shape = node!["shape"].Deserialize<long[]>()!;
                var (from, to) = (
                    node["data_offsets"]![0]!.GetValue<long>(),
                    node["data_offsets"]![1]!.GetValue<long>()
                );
                var bytes = new byte[Within(to - from, stream.Length - start)];
                stream.Position = start + Within(from, stream.Length - start);
                stream.ReadExactly(bytes);
                var tensor = torch.empty(shape, dtype: TypeNamed(node["dtype"]!.GetValue<string>()));
                tensors.Set(name, tensor);
                if (tensor.numel() * tensor.element_size() != bytes.Length)
                {
                    throw new InvalidDataException($"{name} is not as long as its shape");
                }

                tensor.bytes = bytes;
            }

            return (tensors, texts);
        }
        catch (Exception fault)
            when (fault
                    is InvalidDataException
                        or EndOfStreamException
                        or JsonException
                        or InvalidOperationException
                        or NullReferenceException
                        or FormatException
            )
        {
            tensors.Dispose();
            throw new UserError(
                $"{file} is damaged or no file of tensors ({fault.Message.TrimEnd('.')}); "
                    + "remove it to start anew",
                fault
            );
        }
    }

    private static long Within(long value, long most) =>
        value >= 0 && value <= most ? value : throw new InvalidDataException($"a length of {value}");

    private static string TypeName(torch.ScalarType type) =>
        type switch
        {
            torch.ScalarType.Float64 => "F64",
            torch.ScalarType.Float32 => "F32",
            torch.ScalarType.Int64 => "I64",
            _ => throw new ArgumentException($"tensors of {type} are not written", nameof(type)),
        };

    private static torch.ScalarType TypeNamed(string name) =>
        name switch
        {
            "F64" => torch.float64,
            "F32" => torch.float32,
            "I64" => torch.int64,
            _ => throw new InvalidDataException($"type {name} is not known"),
        };
}
