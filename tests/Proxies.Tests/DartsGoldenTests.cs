using System.Security.Cryptography;
using System.Text.Json;
using ZcBench.Benchmarks;
using ZcBench.Benchmarks.Blueprints;
using ZcBench.Benchmarks.Randomness;

namespace ZcBench.Proxies.Tests;

/// <summary>The DARTS networks of the golden file, beside their scores.</summary>
public sealed class DartsGoldenTests
{
    private static readonly ISearchSpace Space = SearchSpaces.Named("darts");
    private static readonly JsonElement File = GoldenFile.Open("darts-seed0.json");

    public static TheoryData<string> Names { get; } =
    [.. File.GetProperty("architectures").EnumerateObject().Select(item => item.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Both_published_texts_are_one_architecture(string name)
    {
        var forms = Member(name).GetProperty("architecture");
        var one = Space.Parse(forms.GetProperty("compact").ToString());
        Assert.Equal(one, Space.Parse(forms.GetProperty("genotype").ToString()));
        Assert.Equal(one, Space.Parse(one.Text));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Weights_have_the_names_shapes_and_bytes_of_the_reference(string name)
    {
        var golden = Member(name);
        var shapes = Shapes(Space.Build(Architecture(golden), ImageTask.Named("cifar10@C8@L4")));
        var expected = golden
            .GetProperty("weights")
            .EnumerateObject()
            .ToDictionary(
                item => item.Name,
                item => item.Value.EnumerateArray().Select(n => n.GetInt32()).ToArray()
            );
        Assert.Equal(expected.Keys.Order(StringComparer.Ordinal), shapes.Keys.Order(StringComparer.Ordinal));
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var (path, shape) in expected)
        {
            Assert.Equal(shape, shapes[path].Shape);
            var random = new CounterRandom(0, path);
            var count = shape.Aggregate(1, (a, b) => a * b);
            for (var i = 0; i < count; i++)
            {
                hash.AppendData(
                    BitConverter.GetBytes(
                        (float)((2 * random.Uniform(i) - 1) / Math.Sqrt(shapes[path].FanIn))
                    )
                );
            }
        }

        Assert.Equal(
            golden.GetProperty("state_sha256").GetString(),
            Convert.ToHexStringLower(hash.GetHashAndReset())
        );
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Networks_of_every_size_have_the_published_parameters_and_operations(string name)
    {
        var golden = Member(name);
        var architecture = Architecture(golden);
        var darts = (Benchmarks.Darts.DartsSpace)Space;
        foreach (var full in golden.GetProperty("full_networks").EnumerateObject())
        {
            var task = ImageTask.Named("cifar10@" + full.Name.Replace('_', '@'));
            var network = Space.Build(architecture, task);
            var parameters = full.Value.GetProperty("params").GetInt64();
            Assert.Equal(parameters, Space.Parameters(architecture, task));
            Assert.Equal(parameters, network.Parameters);
            Assert.Equal(full.Value.GetProperty("macs_32x32").GetInt64(), Space.Macs(architecture, task));
            Assert.Equal(network.Macs, Space.Macs(architecture, task));
            Assert.Equal(
                full.Value.GetProperty("params_with_auxiliary_head").GetInt64(),
                parameters + darts.AuxiliaryParameters(task)
            );
        }
    }

    private static JsonElement Member(string name) => File.GetProperty("architectures").GetProperty(name);

    private static Architecture Architecture(JsonElement golden) =>
        Space.Parse(golden.GetProperty("architecture").GetProperty("compact").ToString());

    private static Dictionary<string, (int[] Shape, int FanIn)> Shapes(Blueprint network)
    {
        var shapes = new Dictionary<string, (int[], int)>();
        foreach (var step in network.Steps)
        {
            if (step.Operation is Convolution conv)
            {
                shapes.Add(conv.Path, ([conv.Out, conv.GroupIn, conv.Kernel, conv.Kernel], conv.FanIn));
            }
            else if (step.Operation is Classifier linear)
            {
                shapes.Add($"{linear.Path}.weight", ([linear.Out, linear.In], linear.In));
                shapes.Add($"{linear.Path}.bias", ([linear.Out], linear.In));
            }
        }

        return shapes;
    }
}
