using ZcBench.Benchmarks.Blueprints;
using ZcBench.Benchmarks.Graphs;

namespace ZcBench.Benchmarks.NasBench201;

/// <summary>
/// NAS-Bench-201 (Dong and Yang, ICLR 2020): 5⁶ = 15,625 cells, each stacked into a network of a stem, three
/// groups of five cells with 16, 32 and 64 channels, a residual block of stride 2 before the second and the
/// third group, batch norm, ReLU, global average pooling and a linear classifier.
/// </summary>
internal sealed class NasBench201Space : ISearchSpace
{
    private const int CellsPerGroup = 5;

    // How many modules yield one and the same value.
    private const int NormAndSequence = 2;
    private const int ConvolutionAndSequence = 2;
    private const int PoolAndEdge = 2;
    private const int NormSequenceAndEdge = 3;
    private const int ClassifierAndRoot = 2;

    // The module ReLUConvBN and the ReLU inside it: see Relu.Readings.
    private const int ReadingsOfReluConvBn = 2;
    private static readonly int[] Channels = [16, 32, 64];

    /// <inheritdoc/>
    public string Id => "nasbench201";

    /// <inheritdoc/>
    public string Title => "NAS-Bench-201";

    /// <inheritdoc/>
    public Citation Paper { get; } =
        new(
            "Dong and Yang",
            "NAS-Bench-201: Extending the Scope of Reproducible Neural Architecture Search",
            "ICLR 2020",
            "https://arxiv.org/abs/2001.00326"
        );

    /// <inheritdoc/>
    public long Count => 15_625;

    /// <inheritdoc/>
    public int TrainingEpochs => 200;

    /// <summary>
    /// Reads the benchmark's text (<see cref="CellText"/>) or NASLib's key (<see cref="NasLibCode"/>).
    /// </summary>
    public Architecture Parse(string text)
    {
        var plain = PastedText.Of(text, this);
        return Of(plain is ['(' or '[', ..] ? NasLibCode.Parse(plain) : CellText.Parse(plain));
    }

    /// <summary>All architectures, the operation of the last edge varying fastest.</summary>
    public IEnumerable<Architecture> Enumerate() =>
        Odometer
            .Rows(Edge.All.Count, EdgeOperations.All.Count)
            .Select(digits => Of(new Cell([.. digits.Select(digit => (EdgeOperation)digit)])));

    /// <inheritdoc/>
    public GraphProperties? Examine(Architecture architecture)
    {
        var cell = architecture.Cell<Cell>();
        return new(
            cell.IsConnected,
            cell.HasDeadEdge,
            cell.CountOf(EdgeOperation.Conv3x3) + cell.CountOf(EdgeOperation.Conv1x1),
            CanonicalForm.Of(cell)
        );
    }

    /// <inheritdoc/>
    public CellGraph Graph(Architecture architecture)
    {
        var cell = architecture.Cell<Cell>();
        return CellGraph.OfEdges(
            Edge.Nodes,
            EdgeOperations.AllNames,
            Edge.All.Select(edge => (edge.Source, edge.Target, (int)cell[edge]))
        );
    }

    /// <summary>
    /// The 24 cells that differ in the operation of one edge, edges and operations in the benchmark's order.
    /// </summary>
    public IEnumerable<Architecture> Neighbours(Architecture architecture)
    {
        var cell = architecture.Cell<Cell>();
        EdgeOperation[] operations = [.. Edge.All.Select(edge => cell[edge])];
        foreach (var edge in Edge.All)
        {
            foreach (var other in EdgeOperations.All.Where(operation => operation != cell[edge]))
            {
                EdgeOperation[] changed = [.. operations];
                changed[edge.Index] = other;
                yield return Of(new Cell([.. changed]));
            }
        }
    }

    /// <inheritdoc/>
    public string? ToNasLib(Architecture architecture) => NasLibCode.Format(architecture.Cell<Cell>());

    /// <inheritdoc/>
    public Architecture? FromNasLib(string key) => Of(NasLibCode.Parse(key));

    /// <summary>
    /// The three datasets. NASLib takes the accuracies of CIFAR-10 from the networks trained on one half of
    /// its training images.
    /// </summary>
    public IReadOnlyDictionary<string, string> NasLibDatasets { get; } =
        new Dictionary<string, string>(StringComparer.Ordinal)
        {
            [ImageTask.Cifar10.Dataset] = ImageTask.Cifar10Valid.Dataset,
            [ImageTask.Cifar100.Dataset] = ImageTask.Cifar100.Dataset,
            [ImageTask.ImageNet16.Dataset] = ImageTask.ImageNet16.Dataset,
        };

    /// <summary>
    /// 72,656 + 65 K + 243,040 n₃ + 28,000 n₁ for K classes, n₃ edges with a 3x3 and n₁ with a 1x1
    /// convolution; dead edges count as in the benchmark.
    /// </summary>
    public long Parameters(Architecture architecture, ImageTask task)
    {
        var cell = architecture.Cell<Cell>();
        return 72_656
            + 65L * task.Classes
            + 243_040L * cell.CountOf(EdgeOperation.Conv3x3)
            + 28_000L * cell.CountOf(EdgeOperation.Conv1x1);
    }

    /// <summary>
    /// (7,782,400 + 35,389,440 n₃ + 3,932,160 n₁) · (H W / 1024) + 65 K; dead edges count as in the
    /// benchmark.
    /// </summary>
    public long Macs(Architecture architecture, ImageTask task)
    {
        var cell = architecture.Cell<Cell>();
        var at32 =
            7_782_400
            + 35_389_440L * cell.CountOf(EdgeOperation.Conv3x3)
            + 3_932_160L * cell.CountOf(EdgeOperation.Conv1x1);
        return at32 * task.Image.Height * task.Image.Width / 1024 + 65L * task.Classes;
    }

    /// <inheritdoc/>
    public Blueprint Build(Architecture architecture, ImageTask task) =>
        Build(architecture.Cell<Cell>(), task, computesZeros: false);

    /// <inheritdoc/>
    public Blueprint BuildWithZeros(Architecture architecture, ImageTask task) =>
        Build(architecture.Cell<Cell>(), task, computesZeros: true);

    private static Blueprint Build(Cell cell, ImageTask task, bool computesZeros)
    {
        var net = new BlueprintBuilder(task)
        {
            InputOutDegree = InputOutDegree(cell),
            ComputesZeros = computesZeros,
            ListsModules = true,
        };
        var stem = net.ConvBn("stem.conv", BlueprintBuilder.InputStep, Channels[0], 3);
        net.YieldedBy(net.InputOf(stem), 1);
        var value = net.EndStage("stem", net.YieldedBy(stem, NormAndSequence));
        var index = 0;
        foreach (var channels in Channels)
        {
            if (channels != Channels[0])
            {
                value = Stage(name => ResidualBlock(net, $"{name}.res", value, channels));
            }

            for (var i = 0; i < CellsPerGroup; i++)
            {
                value = Stage(name => AddCell(net, name, cell, value));
            }
        }

        var last = net.YieldedBy(net.BatchNorm("last", value), 1);
        var head = net.YieldedBy(net.Relu(last, 1, 1), NormAndSequence);
        var features = net.YieldedBy(net.GlobalAveragePool(head), 1);
        net.YieldedBy(net.Classifier("classifier", features), ClassifierAndRoot);
        return net.Finish();

        int Stage(Func<string, int> add)
        {
            var name = $"cell{index++:D2}";
            return net.EndStage(name, add(name));
        }
    }

    /// <inheritdoc/>
    public Blueprint? BuildThinCell(Architecture architecture)
    {
        var cell = architecture.Cell<Cell>();
        var net = new BlueprintBuilder(new ImageTask("thin", 1, new(1, 3, 3)))
        {
            InputOutDegree = InputOutDegree(cell),
        };
        net.EndStage("thin", AddCell(net, "thin", cell, BlueprintBuilder.InputStep));
        return net.Finish();
    }

    /// <inheritdoc/>
    public SupernetBlueprint BuildSupernet(ImageTask task, int channels, int cells) =>
        SharedCells.Build(
            task,
            channels == 0 ? Channels[0] : channels,
            cells == 0 ? CellsPerGroup : cells,
            Of
        );

    private Architecture Of(Cell cell) => new(Id, CellText.Format(cell), cell);

    private static int InputOutDegree(Cell cell) =>
        Edge.All.Count(edge => edge.Source == 0 && cell[edge] != EdgeOperation.None);

    private static int AddCell(BlueprintBuilder net, string path, Cell cell, int input)
    {
        var shape = net.ShapeOf(input);
        var nodes = new List<int> { input };
        var rectified = new Dictionary<int, int>();
        for (var target = 1; target < Edge.Nodes; target++)
        {
            var terms = new List<int>();
            for (var source = 0; source < target; source++)
            {
                var edge = new Edge(source, target);
                var operation = cell[edge];
                if (operation != EdgeOperation.None)
                {
                    terms.Add(AddEdge(edge, operation));
                }
            }

            nodes.Add(net.Sum(terms, shape));
        }

        return net.YieldedBy(nodes[^1], 1);

        int AddEdge(Edge edge, EdgeOperation operation)
        {
            var source = nodes[edge.Source];
            return operation switch
            {
                EdgeOperation.SkipConnect => net.YieldedBy(source, 1),
                EdgeOperation.AvgPool3x3 => net.YieldedBy(
                    net.AveragePool(source, kernel: 3, stride: 1, padding: 1),
                    PoolAndEdge
                ),
                _ => ReluConvBn(
                    net,
                    $"{path}.edge{edge.Source}-{edge.Target}.conv",
                    Rectify(edge.Source),
                    shape.Channels,
                    operation.Kernel()
                ),
            };
        }

        // All convolution edges out of one node rectify the same value: one step, counted once a module.
        int Rectify(int node)
        {
            if (!rectified.TryGetValue(node, out var step))
            {
                var modules = Edge.All.Count(edge => edge.Source == node && cell[edge].Kernel() > 0);
                step = rectified[node] = net.Relu(nodes[node], modules, modules * ReadingsOfReluConvBn);
            }

            return step;
        }
    }

    // A ReLU, a convolution, a batch norm, the sequence of the three and the module that holds it.
    private static int ReluConvBn(
        BlueprintBuilder net,
        string path,
        int rectified,
        int channels,
        int kernel,
        int stride = 1
    )
    {
        net.YieldedBy(rectified, 1);
        var norm = net.ConvBn(path, rectified, channels, kernel, stride);
        net.YieldedBy(net.InputOf(norm), 1);
        return net.YieldedBy(norm, NormSequenceAndEdge);
    }

    internal static int ResidualBlock(BlueprintBuilder net, string path, int input, int channels)
    {
        var a = ReluConvBn(net, $"{path}.conv_a", Rectified(input), channels, 3, stride: 2);
        var b = ReluConvBn(net, $"{path}.conv_b", Rectified(a), channels, 3);
        var pooled = net.YieldedBy(net.AveragePool(input, kernel: 2, stride: 2, padding: 0), 1);
        var shortcut = net.YieldedBy(
            net.Convolution($"{path}.down", pooled, channels, 1),
            ConvolutionAndSequence
        );
        return net.YieldedBy(net.Sum([shortcut, b], net.ShapeOf(b)), 1);

        int Rectified(int value) => net.Relu(value, 1, ReadingsOfReluConvBn);
    }
}
