using ZcBench.Benchmarks.Blueprints;

namespace ZcBench.Benchmarks.NasBench201;

/// <summary>
/// The weight-sharing network of NAS-Bench-201: every edge of every cell holds all five operations. Batch
/// norm on edges has no scale and no shift. One matrix θ [6, 5] serves all cells.
/// </summary>
internal sealed class SharedCells
{
    private const int Groups = 3;
    private readonly BlueprintBuilder _net;
    private readonly List<(EdgeChoice Choice, string Path)> _weights = [];

    private SharedCells(ImageTask task) => _net = new(task) { InputOutDegree = Edge.Nodes - 1 };

    /// <summary>
    /// The network of a stem, three groups of cells, residual blocks between them and a head.
    /// </summary>
    public static SupernetBlueprint Build(
        ImageTask task,
        int channels,
        int cells,
        Func<Cell, Architecture> architecture
    )
    {
        var shared = new SharedCells(task);
        var network = shared.Network(channels, cells);
        return new(
            network,
            [.. Edge.All.Select(edge => $"{edge.Source}->{edge.Target}")],
            [.. EdgeOperations.AllNames],
            shared._weights.ToLookup(item => item.Choice, item => item.Path),
            operations => architecture(new([.. operations.Select(item => (EdgeOperation)item)]))
        )
        {
            Zero = (int)EdgeOperation.None,
            OperationsOf = found => [.. Edge.All.Select(edge => (int)found.Cell<Cell>()[edge])],
        };
    }

    private Blueprint Network(int channels, int cells)
    {
        var stem = _net.ConvBn("stem.conv", BlueprintBuilder.InputStep, channels, 3);
        var (value, index) = (_net.EndStage("stem", stem), 0);
        for (var group = 0; group < Groups; group++)
        {
            if (group > 0)
            {
                var wide = channels << group;
                value = Stage(name => NasBench201Space.ResidualBlock(_net, $"{name}.res", value, wide));
            }

            for (var i = 0; i < cells; i++)
            {
                value = Stage(name => AddCell(name, value));
            }
        }

        var head = _net.Relu(_net.BatchNorm("last", value), 1, 1);
        _net.Classifier("classifier", _net.GlobalAveragePool(head));
        return _net.Finish();

        int Stage(Func<string, int> add)
        {
            var name = $"cell{index++:D2}";
            return _net.EndStage(name, add(name));
        }
    }

    private int AddCell(string path, int input)
    {
        var shape = _net.ShapeOf(input);
        var nodes = new List<int> { input };
        var rectified = new List<int>();
        for (var target = 1; target < Edge.Nodes; target++)
        {
            rectified.Add(_net.Relu(nodes[target - 1], 1, 1));
            var terms = new List<(EdgeChoice, int)>();
            foreach (var edge in Edge.All.Where(edge => edge.Target == target))
            {
                foreach (var operation in EdgeOperations.All.Where(item => item != EdgeOperation.None))
                {
                    var choice = new EdgeChoice(edge.Index, (int)operation);
                    terms.Add((choice, AddEdge(path, edge, operation, choice)));
                }
            }

            nodes.Add(_net.Mixture(terms, shape));
        }

        return nodes[^1];

        int AddEdge(string cell, Edge edge, EdgeOperation operation, EdgeChoice choice)
        {
            switch (operation)
            {
                case EdgeOperation.SkipConnect:
                    return nodes[edge.Source];
                case EdgeOperation.AvgPool3x3:
                    return _net.AveragePool(nodes[edge.Source], kernel: 3, stride: 1, padding: 1);
                default:
                    var name = $"{cell}.edge{edge.Source}-{edge.Target}.{operation.Name()}";
                    _weights.Add((choice, $"{name}.conv"));
                    var product = _net.Convolution(
                        $"{name}.conv",
                        rectified[edge.Source],
                        shape.Channels,
                        operation.Kernel()
                    );
                    return _net.PlainBatchNorm($"{name}.bn", product);
            }
        }
    }
}
