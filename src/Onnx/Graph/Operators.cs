using System.Collections.Frozen;
using ZcBench.Onnx.Files;

namespace ZcBench.Onnx.Graph;

/// <summary>The operations of ONNX that become steps.</summary>
internal static class Operators
{
    /// <summary>What each does with a node that reads something of the images.</summary>
    public static FrozenDictionary<string, Action<Translation, OnnxNode>> All { get; } =
        new Dictionary<string, Action<Translation, OnnxNode>>(StringComparer.Ordinal)
        {
            ["Conv"] = LayerOperators.Convolve,
            ["Gemm"] = LayerOperators.Gemm,
            ["MatMul"] = LayerOperators.Multiply,
            ["BatchNormalization"] = LayerOperators.Normalise,
            ["LRN"] = LayerOperators.NormaliseLocally,
            ["MaxPool"] = PoolOperators.Largest,
            ["AveragePool"] = PoolOperators.Average,
            ["GlobalAveragePool"] = PoolOperators.AverageAll,
            ["GlobalMaxPool"] = PoolOperators.LargestOfAll,
            ["ReduceMean"] = PoolOperators.Mean,
            ["Relu"] = ActivationOperators.Relu,
            ["LeakyRelu"] = ActivationOperators.LeakyRelu,
            ["PRelu"] = ActivationOperators.ParametricRelu,
            ["Clip"] = ActivationOperators.Clip,
            ["Sigmoid"] = ActivationOperators.Sigmoid,
            ["HardSigmoid"] = ActivationOperators.HardSigmoid,
            ["HardSwish"] = ActivationOperators.HardSwish,
            ["Swish"] = ActivationOperators.Swish,
            ["Tanh"] = ActivationOperators.Tanh,
            ["Erf"] = ActivationOperators.Erf,
            ["Gelu"] = ActivationOperators.Gelu,
            ["Elu"] = ActivationOperators.Elu,
            ["Softplus"] = ActivationOperators.Softplus,
            ["Mish"] = ActivationOperators.Mish,
            ["Sqrt"] = ActivationOperators.Root,
            ["Reciprocal"] = ActivationOperators.Inverse,
            ["Neg"] = ActivationOperators.Negate,
            ["Pow"] = ActivationOperators.Power,
            ["Softmax"] = ActivationOperators.Softmax,
            ["LogSoftmax"] = ActivationOperators.Softmax,
            ["Add"] = ArithmeticOperators.Add,
            ["Sub"] = ArithmeticOperators.Subtract,
            ["Mul"] = ArithmeticOperators.Multiply,
            ["Div"] = ArithmeticOperators.Divide,
            ["Sum"] = ArithmeticOperators.Sum,
            ["Concat"] = ChannelOperators.Join,
            ["Split"] = ChannelOperators.Split,
            ["Slice"] = ChannelOperators.Slice,
            ["Pad"] = ChannelOperators.Pad,
            ["Reshape"] = ShapeOperators.Reshape,
            ["Flatten"] = ShapeOperators.Flatten,
            ["Squeeze"] = ShapeOperators.Squeeze,
            ["Unsqueeze"] = ShapeOperators.Unsqueeze,
            ["Transpose"] = ShapeOperators.Transpose,
            ["Expand"] = ShapeOperators.Expand,
            ["Dropout"] = ShapeOperators.Pass,
            ["Identity"] = ShapeOperators.Pass,
            ["Cast"] = ShapeOperators.Pass,
        }.ToFrozenDictionary(StringComparer.Ordinal);
}
