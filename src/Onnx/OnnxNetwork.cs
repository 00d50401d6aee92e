using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;
using ZcBench.Benchmarks;
using ZcBench.Benchmarks.Blueprints;
using ZcBench.Onnx.Files;
using ZcBench.Onnx.Graph;

namespace ZcBench.Onnx;

/// <summary>
/// A network read from an ONNX file: its graph as a blueprint for images of a size, and the numbers that the
/// file holds, left there until they are asked for. Nothing of the file is executed.
/// </summary>
public sealed class OnnxNetwork
{
    /// <summary>Side of images where neither the graph nor the user says it.</summary>
    public const int UsualSide = 224;

    // The oldest operations that are read.
    private const int OldestOpset = 6;
    private readonly ModelFile _file;
    private readonly GraphOrder _order;
    private readonly long _batch;
    private readonly ConcurrentDictionary<Shape, TranslatedGraph> _translated = new();

    private OnnxNetwork(ModelFile file)
    {
        _file = file;
        var model = file.Read();
        if (model.Opset < OldestOpset)
        {
            throw new UserError(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{file.Name} is of opset {model.Opset}, and {OldestOpset} is the oldest that is read; "
                        + $"export it with a newer opset"
                )
            );
        }

        var input = Images(model);
        try
        {
            _order = GraphOrder.Of(model, input.Name);
        }
        catch (InvalidDataException fault)
        {
            throw new UserError($"{file.Name} holds no network: {fault.Message}; export it again", fault);
        }

        var dims = input.Dims!.Value;
        _batch = dims[0] > 0 ? dims[0] : 1;
        var (channels, height, width) = _order.HasChannelsLast
            ? (dims[3], dims[1], dims[2])
            : (dims[1], dims[2], dims[3]);
        HasOpenSize = height < 0 || width < 0;
        var image = ImageOf(channels, height, width);
        var network = Translated(new("onnx", 1, image)).Network;
        Task = ImageTask.Own(network.Steps[^1].Output.Channels, image);
        Digest = GraphDigest.Of(network);
        Notices = [.. Noticed(model, network)];
    }

    /// <summary>The images and classes that the file states.</summary>
    public ImageTask Task { get; }

    /// <summary>Whether the graph leaves height or width of images open.</summary>
    public bool HasOpenSize { get; }

    /// <summary>
    /// What the network is known by: a digest of its graph and the names of its weights, which neither the
    /// name of the file nor the numbers in it change.
    /// </summary>
    public string Digest { get; }

    /// <summary>What should be known of the file before a score is believed, in sentences.</summary>
    public ImmutableArray<string> Notices { get; }

    /// <summary>Reads the graph of a file.</summary>
    /// <exception cref="UserError">It is no such file, or holds what is not understood.</exception>
    public static OnnxNetwork Read(string path) =>
        File.Exists(path)
            ? new(ModelFile.At(path))
            : throw new UserError($"{path} is not there; give the path of an ONNX file");

    /// <summary>Reads the graph of a file in memory.</summary>
    /// <param name="name">Its name in messages.</param>
    /// <param name="content">Its bytes.</param>
    /// <exception cref="UserError">It is no such file, or holds what is not understood.</exception>
    public static OnnxNetwork Read(string name, byte[] content) => new(ModelFile.Of(name, content));

    /// <summary>The network for images of a task.</summary>
    /// <exception cref="UserError">The task has other classes, or its images do not fit.</exception>
    public Blueprint Build(ImageTask task)
    {
        var network = Translated(task).Network;
        var classes = network.Steps[^1].Output.Channels;
        return task.Classes == classes
            ? network with
            {
                Task = task,
            }
            : throw new UserError(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{_file.Name} tells {classes} classes apart, and {task.Dataset} has {task.Classes}; "
                        + $"leave --dataset out"
                )
            );
    }

    /// <summary>The numbers that the file holds, for images of a task.</summary>
    public StoredNumbers Numbers(ImageTask task)
    {
        var translated = Translated(task);
        return new(
            translated.Numbers.ToDictionary(item => item.Key, item => (Func<float[]>)item.Value.Floats),
            translated.Norms.ToDictionary(
                item => item.Key,
                item => new StoredNorm(
                    item.Value.Scale.Floats,
                    item.Value.Shift.Floats,
                    item.Value.Mean.Floats,
                    item.Value.Variance.Floats
                )
            )
        );
    }

    private TranslatedGraph Translated(ImageTask task) =>
        _translated.GetOrAdd(task.Image, _ => Translation.Run(_order, _file, task, _batch));

    private OnnxValueInfo Images(OnnxModel model)
    {
        var weights = model.Initializers.Select(tensor => tensor.Name).ToHashSet();
        var inputs = model.Inputs.Where(input => !weights.Contains(input.Name)).ToList();
        var isRead = model.Nodes.SelectMany(node => node.Inputs).ToHashSet();
        if (inputs.Where(input => isRead.Contains(input.Name)).ToList() is not [var images])
        {
            throw new UserError(
                $"{_file.Name} takes {inputs.Count} inputs "
                    + $"({string.Join(", ", inputs.Take(4).Select(item => item.Name))}), "
                    + "where one, the images, was expected; export the part that classifies images"
            );
        }

        return images is { Dims.Length: 4 } && images.Type is not (ElementType.Int64 or ElementType.Int32)
            ? images
            : throw new UserError(
                $"{_file.Name}: its input '{images.Name}' is {Words(images)}, "
                    + "where images [N, C, H, W] were expected; proxies here look at networks of images"
            );
    }

    private static string Words(OnnxValueInfo input) =>
        input.Dims is { } dims
            ? FormattableString.Invariant(
                $"[{string.Join(", ", dims.Select(dim => dim < 0 ? "?" : $"{dim}"))}] of {input.Type}"
            )
            : "of no stated shape";

    private Shape ImageOf(long channels, long height, long width)
    {
        try
        {
            return Translation.ShapeOf(
                channels > 0 ? channels : 3,
                height > 0 ? height : UsualSide,
                width > 0 ? width : UsualSide
            );
        }
        catch (InvalidDataException fault)
        {
            throw new UserError($"{_file.Name}: images of that size are not read; export it again", fault);
        }
    }

    private IEnumerable<string> Noticed(OnnxModel model, Blueprint network)
    {
        var convolutions = network.Steps.Select(step => step.Operation).OfType<Convolution>().ToList();
        if (
            convolutions.Count > 0
            && !network.Steps.Any(step => step.Operation is BatchNorm)
            && convolutions.TrueForAll(conv => conv.Bias is not null)
        )
        {
            yield return "it has no batch norm and every convolution has a bias: if it had batch norm, the "
                + "exporter folded it, and proxies score another network; "
                + "export in training mode without folding";
        }

        if (model.Outputs.Length > 1)
        {
            yield return $"it has {model.Outputs.Length} outputs; "
                + $"the first, '{model.Outputs[0].Name}', is read";
        }

        if (HasOpenSize)
        {
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"it leaves the size of images open; {UsualSide} pixels are used "
                    + $"unless --image-size says otherwise"
            );
        }
    }
}
