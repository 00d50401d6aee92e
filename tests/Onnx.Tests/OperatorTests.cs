using ZcBench.Benchmarks.Blueprints;
using ZcBench.Onnx.Export;
using static TorchSharp.torch.nn;

namespace ZcBench.Onnx.Tests;

/// <summary>Operations that PyTorch's writer spells in another way, against the tensor library.</summary>
public sealed class OperatorTests
{
    [Fact]
    public void Local_response_norm_is_that_of_the_tensor_library() =>
        Compare(
            graph =>
                graph.Node(
                    "LRN",
                    ["x"],
                    "a",
                    [
                        GraphWriter.Int("size", 3),
                        GraphWriter.Float("alpha", 0.5),
                        GraphWriter.Float("beta", 0.75),
                        GraphWriter.Float("bias", 2),
                    ]
                ),
            x => functional.local_response_norm(x, 3, 0.5, 0.75, 2)
        );

    [Fact]
    public void Padding_below_and_on_the_right_is_never_the_largest() =>
        Compare(
            graph =>
                graph.Node(
                    "MaxPool",
                    ["x"],
                    "a",
                    [
                        GraphWriter.Ints("kernel_shape", 3, 3),
                        GraphWriter.Ints("strides", 2, 2),
                        GraphWriter.Ints("pads", 0, 0, 1, 1),
                    ]
                ),
            x => functional.max_pool2d(x, [3, 3], [2, 2], [0, 0], ceil_mode: true)
        );

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void An_average_counts_padding_where_it_is_asked_to(int counts) =>
        Compare(
            graph =>
                graph.Node(
                    "AveragePool",
                    ["x"],
                    "a",
                    [
                        GraphWriter.Ints("kernel_shape", 3, 3),
                        GraphWriter.Ints("strides", 2, 2),
                        GraphWriter.Ints("pads", 1, 1, 1, 1),
                        GraphWriter.Int("ceil_mode", 1),
                        GraphWriter.Int("count_include_pad", counts),
                    ]
                ),
            x =>
                functional.avg_pool2d(
                    x,
                    [3, 3],
                    [2, 2],
                    [1, 1],
                    ceil_mode: true,
                    count_include_pad: counts == 1
                )
        );

    [Fact]
    public void Channels_last_at_the_beginning_are_turned() =>
        Assert.Equal(
            new Shape(4, 6, 5),
            OnnxNetwork
                .Read(
                    "turned",
                    Made.Model(
                        graph =>
                        {
                            graph.Node("Transpose", ["x"], "a", [GraphWriter.Ints("perm", 0, 3, 1, 2)]);
                            Made.End(graph, "a");
                        },
                        13,
                        1,
                        6,
                        5,
                        4
                    )
                )
                .Task.Image
        );

    [Fact]
    public void A_sum_after_a_product_of_matrices_is_its_bias()
    {
        var file = OnnxNetwork.Read(
            "biased",
            Made.Model(graph =>
            {
                graph.Node("GlobalAveragePool", ["x"], "a");
                graph.Node("Flatten", ["a"], "b");
                graph.Tensor("kernel", [4, 3], Made.Numbers(12, 1));
                graph.Tensor("bias", [3], Made.Numbers(3, 2));
                graph.Node("MatMul", ["b", "kernel"], "c");
                graph.Node("Add", ["c", "bias"], "d");
                graph.Node("Softmax", ["d"], "y");
            })
        );
        var last = file.Build(file.Task).Steps[^1].Operation;
        Assert.Equal(new Classifier("kernel", 4, 3) { Weight = "kernel", Bias = "bias" }, last);
    }

    // What follows is the same both ways: the mean of each channel times a matrix.
    private static void Compare(Action<GraphWriter> write, Func<Tensor, Tensor> expected)
    {
        var file = OnnxNetwork.Read(
            "made",
            Made.Model(graph =>
            {
                write(graph);
                Made.End(graph, "a");
            })
        );
        var images = Made.Numbers(4 * 6 * 6, 3);
        var logits = Evaluated.Logits(file, images);
        using var scope = torch.NewDisposeScope();
        var features = expected(torch.tensor(images, 1, 4, 6, 6)).mean([2, 3]);
        var weight = torch.tensor(Made.Numbers(12, 7), 3, 4);
        var wanted = features.mm(weight.t()).data<float>().ToArray();
        Assert.All(wanted.Zip(logits), pair => Assert.Equal(pair.First, pair.Second, 1e-5));
    }
}
