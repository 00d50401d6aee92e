using ZcBench.Benchmarks.Blueprints;
using ZcBench.Benchmarks.Graphs;

namespace ZcBench.Benchmarks.TransNasBench101;

/// <summary>
/// The micro space of TransNAS-Bench-101 (Duan et al., CVPR 2021): 4⁶ = 4,096 cells of four nodes, ten of
/// which follow a stem in five modules of two; the first, third and fifth module double the channels and
/// halve the resolution.
/// </summary>
internal sealed class MicroSpace : ISearchSpace
{
    private const int CellsPerModule = 2;
    private static readonly Module[] Skeleton =
    [
        Module.DoubleAndHalve,
        Module.Keep,
        Module.DoubleAndHalve,
        Module.Keep,
        Module.DoubleAndHalve,
    ];

    /// <inheritdoc/>
    public string Id => "transnasbench101-micro";

    /// <inheritdoc/>
    public string Title => "TransNAS-Bench-101 micro";

    /// <inheritdoc/>
    public Citation Paper => Parts.Paper;

    /// <inheritdoc/>
    public long Count => 4_096;

    /// <summary>Epochs of class_object; the other tasks had other lengths.</summary>
    public int TrainingEpochs => Parts.TrainingEpochs;

    /// <inheritdoc/>
    public string UsualDataset => TransNasTasks.ClassObject.Dataset;

    /// <summary>"micro".</summary>
    public string NameInTables => "micro";

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, string> NasLibDatasets => Parts.NasLibDatasets;

    /// <summary>Reads the benchmark's text, "64-41414-1_02_333", or NASLib's tuple of six digits.</summary>
    public Architecture Parse(string text) => Of(MicroText.Parse(PastedText.Of(text, this)));

    /// <summary>All architectures, the operation of the last edge varying fastest.</summary>
    public IEnumerable<Architecture> Enumerate() =>
        Odometer
            .Rows(Edge.All.Count, Enum.GetValues<EdgeOperation>().Length)
            .Select(digits => Of(new([.. digits.Select(digit => (EdgeOperation)digit)])));

    /// <inheritdoc/>
    public GraphProperties Examine(Architecture architecture)
    {
        var cell = architecture.Cell<MicroCell>();
        return new(
            cell.IsConnected,
            cell.HasDeadEdge,
            cell.Operations.Count(operation => operation.Kernel() > 0),
            cell.LiveDigits
        );
    }

    /// <inheritdoc/>
    public CellGraph Graph(Architecture architecture)
    {
        var cell = architecture.Cell<MicroCell>();
        return CellGraph.OfEdges(
            Edge.Nodes,
            Enum.GetNames<EdgeOperation>(),
            Edge.All.Select(edge => (edge.Source, edge.Target, (int)cell[edge]))
        );
    }

    /// <summary>
    /// The 18 cells that differ in the operation of one edge, edges and operations in the benchmark's order.
    /// </summary>
    public IEnumerable<Architecture> Neighbours(Architecture architecture)
    {
        var operations = architecture.Cell<MicroCell>().Operations;
        for (var place = 0; place < operations.Length; place++)
        {
            foreach (var other in Enum.GetValues<EdgeOperation>())
            {
                if (other != operations[place])
                {
                    yield return Of(new(operations.SetItem(place, other)));
                }
            }
        }
    }

    /// <inheritdoc/>
    public string? ToNasLib(Architecture architecture) =>
        MicroText.FormatTuple(architecture.Cell<MicroCell>());

    /// <inheritdoc/>
    public Architecture? FromNasLib(string key) => Parse(key);

    /// <summary>
    /// Stem, classifier, and for each edge of each cell its convolutions' weights with scales and shifts;
    /// dead edges count as in the benchmark. For three input channels 19,488 + 513 K + 7,672,832 m₃ +
    /// 857,088 m₁ + 6,124,544 n₃ + 685,056 n₁ + 173,824 nₛ, with n the edges out of the cell's input and m
    /// the others, by operation.
    /// </summary>
    public long Parameters(Architecture architecture, ImageTask task)
    {
        var cell = architecture.Cell<MicroCell>();
        return Parts.Parameters(task, Last(task).Channels)
            + Cells(task).Sum(at => Weights(cell, at.In, at.Out) + Scales(cell, at.In, at.Out));
    }

    /// <summary>
    /// Stem and classifier, and the weights of each cell's convolutions times the pixels that leave it; dead
    /// edges count as in the benchmark.
    /// </summary>
    public long Macs(Architecture architecture, ImageTask task)
    {
        var cell = architecture.Cell<MicroCell>();
        return Parts.Macs(task, Last(task).Channels)
            + Cells(task).Sum(at => Weights(cell, at.In, at.Out) * at.Out.Height * at.Out.Width);
    }

    /// <inheritdoc/>
    public Blueprint Build(Architecture architecture, ImageTask task) =>
        Build(architecture.Cell<MicroCell>(), task, computesZeros: false);

    /// <inheritdoc/>
    public Blueprint BuildWithZeros(Architecture architecture, ImageTask task) =>
        Build(architecture.Cell<MicroCell>(), task, computesZeros: true);

    private static Blueprint Build(MicroCell cell, ImageTask task, bool computesZeros)
    {
        var net = new BlueprintBuilder(task)
        {
            InputOutDegree = cell.InputOutDegree,
            ComputesZeros = computesZeros,
        };
        var value = Parts.AddStem(net);
        foreach (var (index, (_, output)) in Cells(task).Index())
        {
            var name = $"cell{index:D2}";
            value = net.EndStage(name, MicroBlock.Add(net, name, cell, value, output));
        }

        return Parts.Finish(net, value);
    }

    /// <inheritdoc/>
    public Blueprint? BuildThinCell(Architecture architecture)
    {
        var cell = architecture.Cell<MicroCell>();
        var image = new Shape(1, 3, 3);
        var net = new BlueprintBuilder(new ImageTask("thin", 1, image))
        {
            InputOutDegree = cell.InputOutDegree,
        };
        net.EndStage("thin", MicroBlock.Add(net, "thin", cell, BlueprintBuilder.InputStep, image));
        return net.Finish();
    }

    private Architecture Of(MicroCell cell) => new(Id, MicroText.Format(cell), cell);

    private static Shape Last(ImageTask task) => Cells(task).Last().Out;

    // What enters and leaves each cell.
    private static IEnumerable<(Shape In, Shape Out)> Cells(ImageTask task)
    {
        var shape = new Shape(
            Parts.StemChannels,
            Parts.Half(Parts.Half(task.Image.Height)),
            Parts.Half(Parts.Half(task.Image.Width))
        );
        foreach (var module in Skeleton)
        {
            for (var i = 0; i < CellsPerModule; i++)
            {
                var output =
                    i == 0 && module == Module.DoubleAndHalve
                        ? new(2 * shape.Channels, Parts.Half(shape.Height), Parts.Half(shape.Width))
                        : shape;
                yield return (shape, output);
                shape = output;
            }
        }
    }

    private static long Weights(MicroCell cell, Shape input, Shape output) =>
        Edge.All.Sum(edge =>
        {
            long source = edge.Source == 0 ? input.Channels : output.Channels;
            return cell[edge] switch
            {
                EdgeOperation.Skip when edge.Source == 0 && input != output => source * output.Channels,
                var operation => source * output.Channels * operation.Kernel() * operation.Kernel(),
            };
        });

    private static long Scales(MicroCell cell, Shape input, Shape output) =>
        2L
        * output.Channels
        * Edge.All.Count(edge =>
            cell[edge].Kernel() > 0
            || (cell[edge] == EdgeOperation.Skip && edge.Source == 0 && input != output)
        );
}
