using ZcBench.Benchmarks;
using ZcBench.Fuzzing;
using ZcBench.Onnx.Export;

namespace ZcBench.Onnx.Tests;

/// <summary>Damaged files are read or refused by one sentence, soon and in little memory.</summary>
public sealed class FuzzTests
{
    private const int Usual = 600;

    [Fact]
    public void Damaged_models_are_read_or_refused() =>
        Fuzz.Read(
            "onnx",
            Usual,
            [.. Originals()],
            _ =>
                content =>
                {
                    var file = OnnxNetwork.Read("damaged", content);
                    Assert.True(file.Build(file.Task).Parameters >= 0);
                }
        );

    private static IEnumerable<byte[]> Originals()
    {
        yield return Made.Model(graph =>
        {
            graph.Tensor("w", [4, 4, 3, 3], Made.Numbers(144, 1));
            graph.Node("Conv", ["x", "w"], "a", [GraphWriter.Ints("pads", 1, 1, 1, 1)]);
            graph.Node("Reshape", ["a", graph.Wholes([0, 2, 2, 6, 6])], "b");
            graph.Node("Transpose", ["b"], "c", [GraphWriter.Ints("perm", 0, 2, 1, 3, 4)]);
            graph.Node("Reshape", ["c", graph.Wholes([0, 4, 6, 6])], "d");
            graph.Node(
                "MaxPool",
                ["d"],
                "e",
                [GraphWriter.Ints("kernel_shape", 3, 3), GraphWriter.Int("ceil_mode", 1)]
            );
            graph.Node("Mul", ["e", "e"], "f");
            Made.End(graph, "f");
        });
        var task = ImageTask.Cifar10.OfSide(16);
        var space = SearchSpaces.Named("nasbench201");
        var cell = space.Parse(
            "|nor_conv_3x3~0|+|nor_conv_1x1~0|avg_pool_3x3~1|+|skip_connect~0|nor_conv_3x3~1|none~2|"
        );
        yield return OnnxExport.Write(space.Build(cell, task), null);
        yield return OnnxExport.Write(
            SearchSpaces
                .Named("nasbench101")
                .Build(SearchSpaces.Named("nasbench101").Parse("mp:0/c1:0+1/c3:1/out:0+2+3"), task),
            null
        );
    }
}
