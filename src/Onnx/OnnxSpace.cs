using ZcBench.Benchmarks;
using ZcBench.Benchmarks.Blueprints;
using ZcBench.Benchmarks.Tables;

namespace ZcBench.Onnx;

/// <summary>
/// The networks that are ONNX files. An architecture's text is the digest of its graph; a path is only where
/// it is read from. There is no list of them.
/// </summary>
public sealed class OnnxSpace : ISearchSpace
{
    private readonly string? _folder;

    private OnnxSpace(string? folder) => _folder = folder;

    /// <summary>The space with paths as the process means them.</summary>
    public static OnnxSpace Instance { get; } = new(null);

    /// <inheritdoc/>
    public string Id => "onnx";

    /// <inheritdoc/>
    public string Title => "ONNX files";

    /// <inheritdoc/>
    public Citation Paper { get; } =
        new("ONNX", "Open Neural Network Exchange", "Linux Foundation AI & Data", "https://onnx.ai");

    /// <summary>0: the files are the user's.</summary>
    public long Count => 0;

    /// <summary>0: nobody trained them all alike.</summary>
    public int TrainingEpochs => 0;

    /// <summary>Tables of files have a column "path".</summary>
    public ITableColumns Columns => OnnxColumns.Instance;

    /// <summary>Makes the space known by its id.</summary>
    public static void Register() => SearchSpaces.Add(Instance);

    /// <summary>The network of a file that was read.</summary>
    public Architecture Of(OnnxNetwork network) => new(Id, network.Digest, network);

    /// <summary>The same space with paths relative to a folder.</summary>
    public ISearchSpace In(string folder) => new OnnxSpace(folder);

    /// <summary>Reads the file at a path.</summary>
    /// <exception cref="UserError">It is no ONNX file, or holds what is not understood.</exception>
    public Architecture Parse(string text) =>
        Of(OnnxNetwork.Read(_folder is null ? text : Path.Combine(_folder, text)));

    /// <summary>None: they cannot be listed.</summary>
    public IEnumerable<Architecture> Enumerate() => [];

    /// <inheritdoc/>
    public Blueprint Build(Architecture architecture, ImageTask task) =>
        architecture.Cell<OnnxNetwork>().Build(task);

    /// <summary>Null: a file has no cell.</summary>
    public Blueprint? BuildThinCell(Architecture architecture) => null;

    /// <summary>Counted layer by layer.</summary>
    public long Parameters(Architecture architecture, ImageTask task) => Build(architecture, task).Parameters;

    /// <summary>Counted layer by layer.</summary>
    public long Macs(Architecture architecture, ImageTask task) => Build(architecture, task).Macs;
}
