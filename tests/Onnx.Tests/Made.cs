using ZcBench.Onnx.Export;

namespace ZcBench.Onnx.Tests;

/// <summary>Files written node by node.</summary>
internal static class Made
{
    /// <summary>A model of images [1, 4, 6, 6] (or of other dimensions) with an output "y".</summary>
    public static byte[] Model(Action<GraphWriter> write, long opset = 13, params long[] dims)
    {
        var graph = new GraphWriter();
        graph.Declare(11, "x", dims.Length > 0 ? [.. dims] : [1, 4, 6, 6]);
        write(graph);
        graph.Declare(12, "y", [1, 3]);
        return new WireMessage()
            .Whole(1, 8)
            .Message(7, graph.Graph)
            .Message(8, new WireMessage().Text(1, "").Whole(2, opset))
            .ToArray();
    }

    /// <summary>Global pooling and a classifier of three classes, from a value to "y".</summary>
    public static void End(GraphWriter graph, string value, int channels = 4)
    {
        graph.Node("GlobalAveragePool", [value], "pooled");
        graph.Node("Flatten", ["pooled"], "flat");
        graph.Tensor("fc.weight", [3, channels], Numbers(3 * channels, 7));
        graph.Node("Gemm", ["flat", "fc.weight"], "y", [GraphWriter.Int("transB", 1)]);
    }

    /// <summary>Numbers from −1 to 1 that look random.</summary>
    public static float[] Numbers(int count, int seed) =>
        [.. Enumerable.Range(1, count).Select(i => (float)Math.Sin(12.9898 * i + seed))];
}
