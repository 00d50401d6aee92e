using System.Text;
using ZcBench.Benchmarks;
using ZcBench.Onnx.Export;
using ZcBench.Onnx.Files;

namespace ZcBench.Onnx.Tests;

/// <summary>Files that are no networks of images are refused by one sentence.</summary>
public sealed class BadInputTests
{
    [Fact]
    public void A_text_file_is_refused() =>
        Refused(Encoding.UTF8.GetBytes("architecture,accuracy\na,1\n"), "is no ONNX model");

    [Fact]
    public void An_empty_file_is_refused() => Refused([], "is empty");

    [Fact]
    public void A_file_that_is_cut_off_is_refused()
    {
        var model = Made.Model(graph => Made.End(graph, "x"));
        Refused(model[..(model.Length / 2)], "ends too early");
    }

    [Fact]
    public void A_cycle_is_refused() =>
        Refused(
            Made.Model(graph =>
            {
                graph.Node("Add", ["x", "b"], "a");
                graph.Node("Relu", ["a"], "b");
                Made.End(graph, "a");
            }),
            "form a cycle"
        );

    [Fact]
    public void A_name_that_nothing_yields_is_refused() =>
        Refused(
            Made.Model(graph =>
            {
                graph.Node("Add", ["x", "z"], "a");
                Made.End(graph, "a");
            }),
            "reads 'z', which nothing yields"
        );

    [Fact]
    public void Control_flow_is_refused_with_the_way_out() =>
        Refused(
            Made.Model(graph =>
            {
                graph.Node("If", ["x"], "a");
                Made.End(graph, "a");
            }),
            "node 'a' (If)",
            "tracing"
        );

    [Fact]
    public void A_language_model_is_refused() =>
        Refused(Made.Model(graph => graph.Node("Relu", ["x"], "y"), dims: [1, 128]), "images [N, C, H, W]");

    [Fact]
    public void A_shape_that_does_not_fit_is_refused() =>
        Refused(
            Made.Model(graph =>
            {
                graph.Tensor("w", [4, 8, 3, 3], new float[288]);
                graph.Node("Conv", ["x", "w"], "a");
                Made.End(graph, "a");
            }),
            "does not fit 4 channels"
        );

    [Fact]
    public void Images_that_are_too_small_are_refused() =>
        Refused(
            Made.Model(graph =>
            {
                graph.Node("MaxPool", ["x"], "a", [GraphWriter.Ints("kernel_shape", 9, 9)]);
                Made.End(graph, "a");
            }),
            "--image-size"
        );

    [Fact]
    public void Maps_at_the_end_are_refused() =>
        Refused(Made.Model(graph => graph.Node("Relu", ["x"], "y")), "does not classify whole images");

    [Fact]
    public void An_old_opset_is_refused() =>
        Refused(Made.Model(graph => Made.End(graph, "x"), opset: 5), "opset 5");

    [Fact]
    public void An_unknown_operation_is_named() =>
        Refused(
            Made.Model(graph =>
            {
                graph.Node("Warp", ["x"], "a");
                Made.End(graph, "a");
            }),
            "node 'a' (Warp)",
            "docs/your-networks.md"
        );

    [Fact]
    public void A_shared_weight_is_refused() =>
        Refused(
            Made.Model(graph =>
            {
                graph.Tensor("w", [4, 4, 1, 1], new float[16]);
                graph.Node("Conv", ["x", "w"], "a");
                graph.Node("Conv", ["a", "w"], "b");
                Made.End(graph, "b");
            }),
            "'w' belongs to another layer"
        );

    [Theory]
    [InlineData("../weights.bin")]
    [InlineData("/etc/weights.bin")]
    public void Weights_elsewhere_are_not_followed(string location)
    {
        var file = OnnxNetwork.Read("model", WithExternal(location, offset: 0));
        var refusal = Assert.Throws<UserError>(() => file.Numbers(file.Task).Layers["w"]());
        Assert.Contains("not beside it", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Weights_beside_the_model_are_read_from_a_file_of_three_gigabytes()
    {
        var folder = Directory.CreateTempSubdirectory("onnx");
        try
        {
            const long Offset = 3_000_000_000;
            var path = Path.Combine(folder.FullName, "model.onnx");
            File.WriteAllBytes(path, WithExternal("weights.bin", Offset));
            using (var weights = File.Create(Path.Combine(folder.FullName, "weights.bin")))
            {
                // Sparse: what is skipped takes no room.
                weights.Position = Offset;
                weights.Write(BitConverter.GetBytes(1.5f));
                weights.SetLength(Offset + 16 * sizeof(float));
            }

            var file = OnnxNetwork.Read(path);
            Assert.Equal([1.5f, 0], file.Numbers(file.Task).Layers["w"]()[..2]);
            File.Delete(Path.Combine(folder.FullName, "weights.bin"));
            Assert.Throws<UserError>(() => file.Numbers(file.Task).Layers["w"]());
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static byte[] WithExternal(string location, long offset) =>
        Made.Model(graph =>
        {
            var tensor = new WireMessage();
            foreach (var dim in new[] { 4, 4, 1, 1 })
            {
                tensor.Whole(1, dim);
            }

            tensor
                .Whole(2, (long)ElementType.Float)
                .Text(8, "w")
                .Message(13, new WireMessage().Text(1, "location").Text(2, location))
                .Message(13, new WireMessage().Text(1, "offset").Text(2, $"{offset}"))
                .Whole(14, 1);
            graph.Graph.Message(5, tensor);
            graph.Node("Conv", ["x", "w"], "a");
            Made.End(graph, "a");
        });

    private static void Refused(byte[] content, params string[] words)
    {
        var refusal = Assert.Throws<UserError>(() => OnnxNetwork.Read("model.onnx", content));
        Assert.All(words, word => Assert.Contains(word, refusal.Message, StringComparison.Ordinal));
        Assert.DoesNotContain('\n', refusal.Message);
    }
}
