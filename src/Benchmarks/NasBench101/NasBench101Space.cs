using System.Collections.Immutable;
using ZcBench.Benchmarks.Blueprints;
using ZcBench.Benchmarks.Graphs;
using ZcBench.Benchmarks.Tables;

namespace ZcBench.Benchmarks.NasBench101;

/// <summary>
/// NAS-Bench-101 (Ying et al., ICML 2019): 423,624 cells, each stacked into a network of a stem with 128
/// channels, three stacks of three cells with 128, 256 and 512 channels, 2x2 max pooling before the second
/// and the third stack, the mean over all pixels and a linear classifier.
/// </summary>
internal sealed class NasBench101Space : ISearchSpace
{
    private const int CellsPerStack = 3;
    private const int Stem = 128;
    private static readonly int[] Channels = [128, 256, 512];

    /// <inheritdoc/>
    public string Id => "nasbench101";

    /// <inheritdoc/>
    public string Title => "NAS-Bench-101";

    /// <inheritdoc/>
    public Citation Paper { get; } =
        new(
            "Ying, Klein, Christiansen, Real, Murphy and Hutter",
            "NAS-Bench-101: Towards Reproducible Neural Architecture Search",
            "ICML 2019",
            "https://arxiv.org/abs/1902.09635"
        );

    /// <inheritdoc/>
    public long Count => 423_624;

    /// <inheritdoc/>
    public int TrainingEpochs => 108;

    /// <inheritdoc/>
    public ITableColumns Columns { get; }

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, string> NasLibDatasets { get; } =
        new Dictionary<string, string>(StringComparer.Ordinal)
        {
            [ImageTask.Cifar10.Dataset] = ImageTask.Cifar10.Dataset,
        };

    /// <summary>The space; stateless.</summary>
    public NasBench101Space() => Columns = new NasBench101Columns(this);

    /// <summary>
    /// Reads the one-line form (<see cref="CellText"/>), JSON (<see cref="CellJson"/>) or the benchmark's
    /// hash, which stands for
    /// the cell in the numbering of <see cref="Enumerate"/>, and prunes it: the canonical text is the
    /// one-line form of the pruned
    /// cell, its vertices in the order given. Cells that differ in the numbering of their
    /// vertices are different architectures with one <see cref="GraphHash"/>.
    /// </summary>
    public Architecture Parse(string text)
    {
        if (text.Trim() is var hash && HashIndex.IsHash(hash))
        {
            return Of(HashIndex.Find(hash));
        }

        var plain = PastedText.Of(text, this);
        return Of(plain is ['{', ..] ? CellJson.Parse(plain) : CellText.Parse(plain), plain);
    }

    /// <summary>
    /// All architectures, one for each graph hash, in the benchmark's order of enumeration; takes seconds.
    /// </summary>
    public IEnumerable<Architecture> Enumerate() =>
        Enumeration.Distinct().Select(cell => new Architecture(Id, CellText.Format(cell), cell));

    /// <summary>
    /// 3,712 + 513 K for stem and classifier (K classes), and in each of the nine cells, with c_in channels
    /// in and c_v at vertex v: Σ (c_in c_v + 2 c_v) over the edges from the input into v, and Σ (k² c_v² + 2
    /// c_v) over the vertices with a k×k convolution.
    /// </summary>
    public long Parameters(Architecture architecture, ImageTask task)
    {
        var stem = 9L * task.Image.Channels * Stem + 2 * Stem;
        return stem + Cells(architecture).Sum(cell => cell.Weights + cell.Scales) + Classifier(task);
    }

    /// <summary>
    /// 3,456 H W for the stem, the weights of each cell's convolutions times its pixels (H W, then a quarter
    /// of them in each further stack), and 513 K.
    /// </summary>
    public long Macs(Architecture architecture, ImageTask task)
    {
        long pixels = task.Image.Height * task.Image.Width;
        var stem = 9L * task.Image.Channels * Stem * pixels;
        return stem
            + Cells(architecture).Sum(cell => cell.Weights * (pixels >> (2 * cell.Stack)))
            + Classifier(task);
    }

    /// <inheritdoc/>
    public Blueprint Build(Architecture architecture, ImageTask task)
    {
        var cell = architecture.Cell<Cell>();
        var net = new BlueprintBuilder(task) { InputOutDegree = cell.Targets(0).Count() };
        var value = net.EndStage("stem", ConvBnRelu(net, "stem.conv", BlueprintBuilder.InputStep, Stem, 3));
        var index = 0;
        foreach (var channels in Channels)
        {
            if (channels != Channels[0])
            {
                value = net.MaxPool(value, kernel: 2, stride: 2, padding: 0);
            }

            var vertexChannels = VertexChannels.Of(cell, net.ShapeOf(value).Channels, channels);
            for (var i = 0; i < CellsPerStack; i++)
            {
                var name = $"cell{index++:D2}";
                value = net.EndStage(name, AddCell(net, name, cell, value, vertexChannels));
            }
        }

        net.Classifier("classifier", net.GlobalAveragePool(value));
        return net.Finish();
    }

    /// <summary>
    /// A pruned cell is connected and has no dead branch. Its function is its text: cells that differ in the
    /// numbering of their vertices split channels differently.
    /// </summary>
    public GraphProperties Examine(Architecture architecture)
    {
        var cell = architecture.Cell<Cell>();
        var convolutions = Enumerable
            .Range(1, cell.Output - 1)
            .Count(vertex => cell[vertex] != VertexOperation.MaxPool3x3);
        return new(IsConnected: true, HasDeadBranch: false, convolutions, architecture.Text);
    }

    /// <inheritdoc/>
    public CellGraph Graph(Architecture architecture)
    {
        var cell = architecture.Cell<Cell>();
        return CellGraph.OfNodes(
            [.. VertexOperations.All.Select(operation => operation.OfficialName())],
            [.. cell.Operations.Select(operation => (int)operation)],
            Enumerable
                .Range(1, cell.Output)
                .SelectMany(target => cell.Sources(target).Select(source => (source, target)))
        );
    }

    /// <summary>Null: one channel cannot be split over several vertices.</summary>
    public Blueprint? BuildThinCell(Architecture architecture) => null;

    /// <summary>The architecture of a cell, pruned.</summary>
    /// <exception cref="UserError">
    /// No path leads from input to output, or too many edges lie on such paths.
    /// </exception>
    public Architecture Of(Cell cell) => Of(cell, CellText.Format(cell));

    /// <summary>
    /// The architecture of a cell; <paramref name="text"/> is what the user wrote, for the refusal.
    /// </summary>
    internal Architecture Of(Cell cell, string text)
    {
        var pruned =
            cell.Pruned()
            ?? throw new UserError(
                $"'{text}' is not a NAS-Bench-101 architecture: no path leads from the input to the output; "
                    + "add the edges of one"
            );
        return pruned.Edges <= Cell.MaxEdges
            ? new(Id, CellText.Format(pruned), pruned)
            : throw new UserError(
                $"'{text}' is not a NAS-Bench-101 architecture: "
                    + $"it has {pruned.Edges} edges on paths from input to output, "
                    + $"and the benchmark has cells with at most {Cell.MaxEdges}; remove some"
            );
    }

    private static long Classifier(ImageTask task) => (Channels[^1] + 1L) * task.Classes;

    private static IEnumerable<(int Stack, long Weights, long Scales)> Cells(Architecture architecture)
    {
        var cell = architecture.Cell<Cell>();
        var input = Stem;
        for (var stack = 0; stack < Channels.Length; stack++)
        {
            for (var i = 0; i < CellsPerStack; i++)
            {
                var channels = VertexChannels.Of(cell, input, Channels[stack]);
                long weights = 0,
                    scales = 0;
                for (var vertex = 1; vertex < cell.Vertices; vertex++)
                {
                    long own = channels[vertex];
                    var projections = cell.HasEdge(0, vertex) ? 1 : 0;
                    var kernel = vertex == cell.Output ? 0 : cell[vertex].Kernel();
                    weights += projections * input * own + kernel * kernel * own * own;
                    scales += 2 * own * (projections + (kernel > 0 ? 1 : 0));
                }

                yield return (stack, weights, scales);
                input = Channels[stack];
            }
        }
    }

    private static int AddCell(
        BlueprintBuilder net,
        string path,
        Cell cell,
        int input,
        ImmutableArray<int> channels
    )
    {
        var values = new int[cell.Vertices];
        values[0] = input;
        for (var vertex = 1; vertex < cell.Output; vertex++)
        {
            var terms = cell.Sources(vertex)
                .Where(source => source > 0)
                .Select(source => net.FirstChannels(values[source], channels[vertex]))
                .ToList();
            if (cell.HasEdge(0, vertex))
            {
                terms.Add(Projection(vertex));
            }

            var sum = net.Sum(terms, net.ShapeOf(terms[0]));
            values[vertex] =
                cell[vertex] == VertexOperation.MaxPool3x3
                    ? net.MaxPool(sum, kernel: 3, stride: 1, padding: 1)
                    : ConvBnRelu(net, $"{path}.v{vertex}.conv", sum, channels[vertex], cell[vertex].Kernel());
        }

        var parts = cell.Sources(cell.Output)
            .Where(source => source > 0)
            .Select(source => values[source])
            .ToList();
        int[] joined = parts.Count > 0 ? [net.Concatenation(parts)] : [];
        int[] projected = cell.HasEdge(0, cell.Output) ? [Projection(cell.Output)] : [];
        var output = net.ShapeOf(input) with { Channels = channels[cell.Output] };
        return net.Sum([.. joined, .. projected], output);

        int Projection(int vertex) =>
            ConvBnRelu(net, $"{path}.proj{vertex}.conv", input, channels[vertex], 1);
    }

    // One module of the published networks, whose type is named ConvBnRelu: the reference of WOT does not
    // take it for a ReLU.
    private static int ConvBnRelu(BlueprintBuilder net, string path, int input, int channels, int kernel) =>
        net.Relu(net.ConvBn(path, input, channels, kernel), modules: 1, readings: 1);
}
