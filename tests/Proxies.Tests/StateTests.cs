using System.Runtime.InteropServices;
using System.Security.Cryptography;
using ZcBench.Benchmarks;
using ZcBench.Proxies.Networks;
using ZcBench.Scores;

namespace ZcBench.Proxies.Tests;

public sealed class StateTests
{
    public static TheoryData<string> Tensors { get; } =
    [
        .. GoldenFile
            .Open("state-checks.json")
            .GetProperty("tensors")
            .EnumerateObject()
            .Select(item => item.Name),
    ];

    [Theory]
    [MemberData(nameof(Tensors))]
    public void Weights_and_inputs_equal_the_reference_state_bit_for_bit(string name)
    {
        var check = GoldenFile.Open("state-checks.json").GetProperty("tensors").GetProperty(name);
        var shape = check.GetProperty("shape").EnumerateArray().Select(item => item.GetInt64()).ToArray();
        var values = Values(name, shape);
        Assert.Equal(
            check.GetProperty("sha256_f32le").GetString(),
            Convert.ToHexStringLower(SHA256.HashData(MemoryMarshal.AsBytes(values.AsSpan())))
        );
    }

    private static float[] Values(string name, long[] shape)
    {
        var slash = name.IndexOf('/', StringComparison.Ordinal);
        var seed = long.Parse(name[..slash], System.Globalization.CultureInfo.InvariantCulture);
        var path = name[(slash + 1)..];
        var init = new WeightInit(InitKind.Default, seed);
        var count = shape.Aggregate(1L, (a, b) => a * b);
        return path switch
        {
            "input" or "input2" => Minibatch
                .Noise(ImageTask.Cifar10, (int)shape[0], seed, path == "input2")
                .Pixels,
            "nb101 input (N=8)" => Minibatch.Noise(ImageTask.Cifar10, (int)shape[0], seed).Pixels,
            "zen/input (gauss)" => new WeightInit(InitKind.StandardNormal, seed).Weights("input", count, 1),
            "zen/stem.conv (gauss)" => new WeightInit(InitKind.StandardNormal, seed).Weights(
                "stem.conv",
                count,
                27
            ),
            "nb101 stem.conv" => init.Weights("stem.conv", count, 27),
            "meco" or "thin.input0" => Noise.Uniform(seed, path, count),
            "classifier.bias" => init.Bias(path, count, 64),
            _ => init.Weights(path, count, (int)(count / shape[0])),
        };
    }
}
