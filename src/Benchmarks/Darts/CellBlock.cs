using ZcBench.Benchmarks.Blueprints;

namespace ZcBench.Benchmarks.Darts;

/// <summary>A cell in a network.</summary>
internal sealed class CellBlock
{
    // The reference code of WOT reads a ReLU inside a module named ReLUConvBN twice.
    private const int ReadingsOfReluConvBn = 2;

    private readonly BlueprintBuilder _net;
    private readonly string _path;
    private readonly Cell _cell;
    private readonly CellPlace _place;
    private readonly List<int> _values = [];
    private readonly Dictionary<int, int> _rectified = [];

    private CellBlock(BlueprintBuilder net, string path, Cell cell, CellPlace place)
    {
        _net = net;
        _path = path;
        _cell = cell;
        _place = place;
    }

    /// <summary>Adds the cell and returns its output.</summary>
    /// <param name="net">The network so far.</param>
    /// <param name="path">Prefix of the names of its weights.</param>
    /// <param name="cell">Its graph.</param>
    /// <param name="place">Where it stands.</param>
    /// <param name="beforeLast">The step that yields the output of the cell before the last.</param>
    /// <param name="last">The step that yields the output of the last cell.</param>
    public static int Add(
        BlueprintBuilder net,
        string path,
        Cell cell,
        CellPlace place,
        int beforeLast,
        int last
    )
    {
        var block = new CellBlock(net, path, cell, place);
        block.AddInputs(beforeLast, last);
        return block.AddNodes();
    }

    // Both inputs of the first cell are the stem: one ReLU step stands for both modules.
    private void AddInputs(int beforeLast, int last)
    {
        var channels = _place.Channels;
        var areOne = beforeLast == last && !_place.FollowsReduction;
        var modules = areOne ? 2 : 1;
        var second = _net.Relu(last, modules, modules * ReadingsOfReluConvBn);
        _values.Add(
            _place.FollowsReduction
                ? Halved($"{_path}.pre0", _net.Relu(beforeLast, 1, 1))
                : _net.ConvBn(
                    $"{_path}.pre0.conv",
                    areOne ? second : _net.Relu(beforeLast, 1, ReadingsOfReluConvBn),
                    channels,
                    1
                )
        );
        _values.Add(_net.ConvBn($"{_path}.pre1.conv", second, channels, 1));
    }

    private int AddNodes()
    {
        for (var edge = 0; edge < Cell.EdgeCount; edge += Cell.EdgesOfNode)
        {
            var terms = Enumerable.Range(edge, Cell.EdgesOfNode).Select(Term).ToList();
            _values.Add(_net.Sum(terms, _net.ShapeOf(terms[0])));
        }

        return _net.Concatenation(_values[Cell.Inputs..]);
    }

    private int Term(int edge)
    {
        var (operation, source) = _cell.Edges[edge];
        var path = $"{_path}.{_cell.NameOf(edge)}";
        var stride = IsStrided(_cell.Edges[edge]) ? 2 : 1;
        return operation switch
        {
            CellOperation.MaxPool3x3 => _net.MaxPool(_values[source], 3, stride, 1),
            CellOperation.AvgPool3x3 => _net.AveragePool(_values[source], 3, stride, 1),
            CellOperation.SkipConnect => stride == 1 ? _values[source] : Halved(path, Rectified(source)),
            CellOperation.DilConv3x3 or CellOperation.DilConv5x5 => Separable(
                path,
                "",
                Rectified(source),
                operation.Kernel(),
                stride,
                CellOperations.Dilation
            ),
            _ => Separable(
                path,
                "2",
                _net.Relu(Separable(path, "1", Rectified(source), operation.Kernel(), stride, 1), 1, 1),
                operation.Kernel(),
                1,
                1
            ),
        };
    }

    private bool IsStrided(Edge edge) => _place.IsReduction && edge.Source < Cell.Inputs;

    // A depthwise convolution, a 1x1 convolution, batch norm.
    private int Separable(string path, string number, int input, int kernel, int stride, int dilation)
    {
        var channels = _place.Channels;
        var spread = _net.Convolution(
            $"{path}.dw{number}",
            input,
            channels,
            kernel,
            stride,
            groups: channels,
            dilation
        );
        return _net.ConvBn($"{path}.pw{number}", spread, channels, 1);
    }

    // Factorised reduction: every second pixel of the map gives one half of the channels, every second pixel
    // of the map moved by one the other half.
    private int Halved(string path, int rectified)
    {
        var half = _place.Channels / 2;
        var even = _net.Convolution($"{path}.conv_a", rectified, half, 1, stride: 2);
        var odd = _net.Convolution($"{path}.conv_b", _net.Shift(rectified), half, 1, stride: 2);
        return _net.BatchNorm($"{path}.bn", _net.Concatenation([even, odd]));
    }

    // All edges out of one value rectify the same value: one step.
    private int Rectified(int source)
    {
        if (!_rectified.TryGetValue(source, out var step))
        {
            var modules = _cell.Edges.Count(edge =>
                edge.Source == source && edge.Operation.Convolutions(IsStrided(edge)) > 0
            );
            step = _rectified[source] = _net.Relu(_values[source], modules, modules);
        }

        return step;
    }
}
