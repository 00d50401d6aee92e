using ZcBench.Benchmarks.Blueprints;

namespace ZcBench.Benchmarks.TransNasBench101;

/// <summary>
/// A cell of the micro space in a network. Edges that leave its input change channels and resolution where
/// the cell does.
/// </summary>
internal sealed class MicroBlock
{
    private readonly BlueprintBuilder _net;
    private readonly string _path;
    private readonly MicroCell _cell;
    private readonly Shape _output;
    private readonly bool _isStrided;
    private readonly List<int> _nodes;
    private readonly Dictionary<int, int> _rectified = [];

    private MicroBlock(BlueprintBuilder net, string path, MicroCell cell, int input, Shape output)
    {
        _net = net;
        _path = path;
        _cell = cell;
        _output = output;
        _isStrided = net.ShapeOf(input) != output;
        _nodes = [input];
    }

    /// <summary>Adds the cell and returns its output.</summary>
    public static int Add(BlueprintBuilder net, string path, MicroCell cell, int input, Shape output) =>
        new MicroBlock(net, path, cell, input, output).Add();

    private int Add()
    {
        for (var target = 1; target < Edge.Nodes; target++)
        {
            var terms = Edge
                .All.Where(edge => edge.Target == target && _cell[edge] != EdgeOperation.None)
                .Select(Term)
                .ToList();
            _nodes.Add(_net.Sum(terms, _output));
        }

        return _nodes[^1];
    }

    private int Term(Edge edge)
    {
        var path = $"{_path}.edge{edge.Source}-{edge.Target}";
        if (_cell[edge] == EdgeOperation.Skip)
        {
            return edge.Source == 0 && _isStrided ? StridedSkip(path) : _nodes[edge.Source];
        }

        return _net.ConvBn(
            $"{path}.conv",
            Rectified(edge.Source),
            _output.Channels,
            _cell[edge].Kernel(),
            edge.Source == 0 && _isStrided ? 2 : 1
        );
    }

    // Every second pixel of the map gives one half of the channels, every second pixel of the map moved by
    // one the other half.
    private int StridedSkip(string path)
    {
        var value = Rectified(0);
        var half = _output.Channels / 2;
        var even = _net.Convolution($"{path}.conv_a", value, half, 1, stride: 2);
        var odd = _net.Convolution($"{path}.conv_b", _net.Shift(value), half, 1, stride: 2);
        return _net.BatchNorm($"{path}.bn", _net.Concatenation([even, odd]));
    }

    // All edges out of one node rectify the same value: one step. A strided skip is one ReLU, a convolution
    // a module that holds one.
    private int Rectified(int node)
    {
        if (!_rectified.TryGetValue(node, out var step))
        {
            var edges = Edge.All.Where(edge => edge.Source == node).ToList();
            var convolutions = edges.Count(edge => _cell[edge].Kernel() > 0);
            var skips = node == 0 && _isStrided ? edges.Count(edge => _cell[edge] == EdgeOperation.Skip) : 0;
            step = _rectified[node] = _net.Relu(
                _nodes[node],
                convolutions + skips,
                convolutions * Parts.ReadingsOfReluConvBn + skips
            );
        }

        return step;
    }
}
