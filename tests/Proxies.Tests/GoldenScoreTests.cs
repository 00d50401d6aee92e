using System.Text.Json;
using ZcBench.Benchmarks;
using ZcBench.Benchmarks.NasBench201;
using ZcBench.Proxies.Networks;
using ZcBench.Proxies.Probe;
using ZcBench.Scores;

namespace ZcBench.Proxies.Tests;

/// <summary>Every proxy gives what its reference implementation gave.</summary>
public sealed class GoldenScoreTests : TorchTest
{
    public static TheoryData<string> Names { get; } = [.. GoldenFile.NasBench201().Select(item => item.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Scores_equal_the_reference_in_double_precision(string name)
    {
        var golden = GoldenFile.NasBench201().Single(item => item.Name == name);
        Compare(golden.Architecture, golden.Double, Placement.Cpu64, Tolerances.Double);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Scores_equal_the_reference_in_single_precision(string name)
    {
        var golden = GoldenFile.NasBench201().Single(item => item.Name == name);
        Compare(golden.Architecture, golden.Single, Placement.Cpu32, Tolerances.Single);
    }

    private static void Compare(string text, JsonElement expected, Placement placement, Func<string, double> tolerance)
    {
        var proxies = ProxyCatalogue.Proxies.Values
            .Where(proxy => expected.TryGetProperty(proxy.Info.Id, out _)).ToList();
        var settings = new ProbeSettings(
            ImageTask.Cifar10, Minibatch.Noise(ImageTask.Cifar10, 16, seed: 0), 0, placement, InitKind.Default);
        using var prober = new Prober(settings);
        foreach (var measured in prober.Measure(new NasBench201Space().Parse(text), proxies))
        {
            var id = measured.Proxy.Id;
            var reference = GoldenFile.Number(expected.GetProperty(id));
            if (!double.IsFinite(reference))
            {
                Assert.False(measured.Score.IsDefined, $"{id} is {measured.Score}, the reference has {reference}");
                continue;
            }

            Assert.True(measured.Score.IsDefined, $"{id} is {measured.Score}, the reference has {reference}");
            var error = Math.Abs(measured.Score.Value - reference) / Math.Max(1e-300, Math.Abs(reference));
            Assert.True(error <= tolerance(id), $"{id}: {measured.Score} for {reference}, relative error {error:g3}");
        }
    }
}
