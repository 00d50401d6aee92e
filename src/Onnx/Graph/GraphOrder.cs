using System.Collections.Immutable;
using ZcBench.Onnx.Files;

namespace ZcBench.Onnx.Graph;

/// <summary>
/// The nodes of a graph that its first output needs, in an order in which they can be computed.
/// </summary>
/// <param name="Model">The model.</param>
/// <param name="Nodes">The nodes.</param>
/// <param name="Input">Name of the images.</param>
/// <param name="Output">Name of the logits.</param>
/// <param name="HasChannelsLast">Whether images are [N, H, W, C].</param>
/// <param name="Notes">What this program noted in the file.</param>
internal sealed record GraphOrder(
    OnnxModel Model,
    ImmutableArray<OnnxNode> Nodes,
    string Input,
    string Output,
    bool HasChannelsLast,
    GraphNotes Notes
)
{
    /// <summary>Orders the nodes of a model.</summary>
    /// <exception cref="InvalidDataException">
    /// A name is missing or there twice, or the nodes form a cycle.
    /// </exception>
    public static GraphOrder Of(OnnxModel model, string input)
    {
        if (model.Outputs is not [var output, ..])
        {
            throw new InvalidDataException("the graph has no output");
        }

        var notes = GraphNotes.Of(model);
        var writers = Writers(model);
        var needed = notes.Stages.IsEmpty ? Needed(output.Name, writers) : null;
        var nodes = Sorted(
            [.. model.Nodes.Where(node => needed is null || needed.Contains(node.Index))],
            writers,
            model.Initializers.Select(tensor => tensor.Name).Append(input).ToHashSet()
        );
        return new(model, nodes, input, output.Name, HasLast(nodes, input), notes);
    }

    private static Dictionary<string, OnnxNode> Writers(OnnxModel model)
    {
        var writers = new Dictionary<string, OnnxNode>(StringComparer.Ordinal);
        foreach (var node in model.Nodes)
        {
            if (node.Outputs.IsEmpty)
            {
                throw new InvalidDataException($"{node.Words} yields nothing");
            }

            foreach (var output in node.Outputs.Where(output => output.Length > 0))
            {
                if (!writers.TryAdd(output, node))
                {
                    throw new InvalidDataException($"two nodes yield '{output}'");
                }
            }
        }

        return writers;
    }

    private static HashSet<int> Needed(string output, Dictionary<string, OnnxNode> writers)
    {
        var needed = new HashSet<int>();
        var open = new Stack<string>([output]);
        while (open.TryPop(out var name))
        {
            if (writers.TryGetValue(name, out var node) && needed.Add(node.Index))
            {
                foreach (var input in node.Inputs)
                {
                    open.Push(input);
                }
            }
        }

        return needed;
    }

    // As in the file, as far as each node comes after what it reads.
    private static ImmutableArray<OnnxNode> Sorted(
        List<OnnxNode> nodes,
        Dictionary<string, OnnxNode> writers,
        HashSet<string> given
    )
    {
        var waits = new Dictionary<int, int>();
        var readers = new Dictionary<int, List<OnnxNode>>();
        var ready = new PriorityQueue<OnnxNode, int>();
        foreach (var node in nodes)
        {
            var sources = new HashSet<int>();
            foreach (var name in node.Inputs.Where(name => name.Length > 0 && !given.Contains(name)))
            {
                var writer =
                    writers.GetValueOrDefault(name)
                    ?? throw new InvalidDataException($"{node.Words} reads '{name}', which nothing yields");
                if (sources.Add(writer.Index))
                {
                    if (!readers.TryGetValue(writer.Index, out var list))
                    {
                        readers[writer.Index] = list = [];
                    }

                    list.Add(node);
                }
            }

            waits[node.Index] = sources.Count;
            if (sources.Count == 0)
            {
                ready.Enqueue(node, node.Index);
            }
        }

        var sorted = ImmutableArray.CreateBuilder<OnnxNode>();
        while (ready.TryDequeue(out var node, out _))
        {
            sorted.Add(node);
            foreach (var reader in readers.GetValueOrDefault(node.Index) ?? [])
            {
                if (--waits[reader.Index] == 0)
                {
                    ready.Enqueue(reader, reader.Index);
                }
            }
        }

        return sorted.Count == nodes.Count
            ? sorted.ToImmutable()
            : throw new InvalidDataException("its nodes form a cycle");
    }

    // Keras' exporters keep [N, H, W, C] and turn it first.
    private static bool HasLast(ImmutableArray<OnnxNode> nodes, string input)
    {
        var first = nodes.Where(node => node.Inputs.Contains(input)).ToList();
        return first.Count > 0
            && first.TrueForAll(node => node.Operator == "Transpose" && node.Ints("perm") is [0, 3, 1, 2]);
    }
}
