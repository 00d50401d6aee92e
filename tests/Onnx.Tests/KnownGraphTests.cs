using ZcBench.Benchmarks.Blueprints;
using ZcBench.Onnx.Files;

namespace ZcBench.Onnx.Tests;

/// <summary>
/// Nine published networks with constant weights and the outputs that the ONNX project expects of them. The
/// input is the numbers 0, 1, 2, ... divided by their count, in single precision.
/// </summary>
public sealed class KnownGraphTests
{
    /// <summary>
    /// Each file, whether it ends in a softmax, and the parameters that its paper or PyTorch's model zoo
    /// gives it, in millions; 0 where none is published for this form.
    /// </summary>
    public static TheoryData<string, bool, double> Graphs { get; } =
        new()
        {
            { "bvlc_alexnet", true, 60.97 },
            { "densenet121", false, 7.98 },
            { "inception_v1", true, 7.00 },
            { "inception_v2", true, 0 },
            { "resnet50", true, 25.56 },
            { "shufflenet", true, 0 },
            { "squeezenet", true, 1.24 },
            { "vgg19", true, 143.67 },
            { "zfnet512", true, 0 },
        };

    // Of hundreds of megabytes of weights, or with nothing that the others lack.
    private static readonly string[] Large =
    [
        "bvlc_alexnet",
        "inception_v2",
        "resnet50",
        "vgg19",
        "zfnet512",
    ];

    [Theory]
    [MemberData(nameof(Graphs))]
    public void The_output_in_evaluation_mode_is_that_of_the_onnx_project(
        string name,
        bool endsInSoftmax,
        double millions
    )
    {
        _ = millions;
        LongTests.SkipUnlessAsked(Large.Contains(name));
        var file = OnnxNetwork.Read(SharedData.File($"onnx/light_{name}.onnx"));
        var count = (int)file.Task.Image.Elements;
        var logits = Evaluated.Logits(file, [.. Enumerable.Range(0, count).Select(i => (float)i / count)]);
        using var expected = File.OpenRead(SharedData.File($"onnx/light_{name}_output_0.pb"));
        var tensor = TensorReader.Read(expected);
        var numbers = ModelFile.At(SharedData.File($"onnx/light_{name}_output_0.pb")).Floats(tensor);
        var outputs = endsInSoftmax ? Softmax(logits) : logits;
        Assert.Equal(numbers.Length, outputs.Length);
        var difference = numbers.Zip(outputs, (a, b) => Math.Abs(a - b) / Math.Max(1, Math.Abs(a))).Max();
        TestContext.Current.SendDiagnosticMessage($"{name}: {difference:E1}");
        Assert.InRange(difference, 0, 1e-4);
    }

    [Theory]
    [MemberData(nameof(Graphs))]
    public void Parameters_are_the_numbers_of_the_file(string name, bool endsInSoftmax, double millions)
    {
        _ = endsInSoftmax;
        var path = SharedData.File($"onnx/light_{name}.onnx");
        var file = OnnxNetwork.Read(path);
        var network = file.Build(file.Task);
        Assert.Equal(ReadShapes.Numbers(path), Evaluated.Numbers(network));
        var scales = network.Steps.Sum(step =>
            step.Operation switch
            {
                ChannelScale scale => scale.Channels,
                ChannelShift shift => shift.Channels,
                _ => 0,
            }
        );
        TestContext.Current.SendDiagnosticMessage(
            $"{name}: {network.Parameters} parameters, {scales} of scale layers, {network.Macs} MACs"
        );
        if (millions > 0)
        {
            Assert.InRange(network.Parameters / 1e6 / millions, 0.98, 1.02);
        }
    }

    private static float[] Softmax(float[] logits)
    {
        var largest = logits.Max();
        double[] powers = [.. logits.Select(logit => Math.Exp(logit - largest))];
        var sum = powers.Sum();
        return [.. powers.Select(power => (float)(power / sum))];
    }
}
