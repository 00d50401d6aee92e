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
    // What the references return where a kernel is singular or a cell has no ReLU.
    private static readonly double[] Sentinels = [100_000, double.MaxValue, -1];

    public static TheoryData<string> Names { get; } = [.. GoldenFile.NasBench201().Select(item => item.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Scores_equal_the_reference_in_double_precision(string name)
    {
        var golden = GoldenFile.NasBench201().Single(item => item.Name == name);
        Compare(golden.Architecture, golden.Double, golden.Double, Placement.Cpu64, Tolerances.Double);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Scores_equal_the_reference_in_single_precision(string name)
    {
        var golden = GoldenFile.NasBench201().Single(item => item.Name == name);
        Compare(golden.Architecture, golden.Single, golden.Double, Placement.Cpu32, Tolerances.Single);
    }

    [Fact]
    public void Scores_equal_the_reference_on_a_gpu_in_double_precision()
    {
        RequireGpu();
        foreach (var golden in GoldenFile.NasBench201())
        {
            Compare(golden.Architecture, golden.Double, golden.Double, new(torch.CUDA, torch.float64), Tolerances.Double);
        }
    }

    [Fact]
    public void Scores_equal_the_reference_on_a_gpu_in_single_precision()
    {
        RequireGpu();
        foreach (var golden in GoldenFile.NasBench201())
        {
            Compare(golden.Architecture, golden.Single, golden.Double, new(torch.CUDA, torch.float32), Tolerances.Single);
        }
    }

    private static void RequireGpu() => Assert.SkipUnless(
        torch.cuda.is_available(), "there is no CUDA GPU, or libtorch is built without CUDA; scripts/gpu-pack and gpu-run take the tests to one");

    private static void Compare(
        string text, JsonElement expected, JsonElement exact, Placement placement, Func<string, double> tolerance)
    {
        var proxies = ProxyCatalogue.Proxies.Values
            .Where(proxy => expected.TryGetProperty(proxy.Info.Id, out _))
            .Where(proxy => proxy.Info.Id != "ntk_cond" || placement.DType == torch.float32 || Small(text)).ToList();
        // One thread, as every worker of a run has: libtorch 1.13 sums batch statistics of channels-last values in single precision, in
        // parts that depend on the number of threads, and networks whose gradients explode magnify the difference.
        torch.set_num_threads(placement.DType == torch.float32 ? 1 : Environment.ProcessorCount);
        var settings = ProbeSettings.Noise(ImageTask.Cifar10, 16, seed: 0, placement, InitKind.Default);
        using var prober = new Prober(settings);
        var faults = new List<string>();
        foreach (var measured in prober.Measure(new NasBench201Space().Parse(text), proxies))
        {
            var id = measured.Proxy.Id;
            var reference = Reference(id, expected, exact);
            if (!double.IsFinite(reference) || Sentinels.Contains(reference))
            {
                if (measured.Score.IsDefined)
                {
                    faults.Add($"{id} is {measured.Score}, the reference has {reference}");
                }

                continue;
            }

            if (!measured.Score.IsDefined)
            {
                faults.Add($"{id} is {measured.Score}, the reference has {reference}");
                continue;
            }

            var difference = Math.Abs(measured.Score.Value - reference);
            var error = difference / Math.Max(1e-300, Math.Abs(reference));
            var allowed = id == "plain" && placement.DType == torch.float32
                ? difference / Math.Max(1e-300, GoldenFile.Number(expected.GetProperty("snip"))) <= Tolerances.PlainOfSnip
                : error <= tolerance(id);
            if (!allowed)
            {
                faults.Add($"{id}: {measured.Score} for {reference}, relative error {error:g3}");
            }
        }

        Assert.True(faults.Count == 0, string.Join("\n", faults));
    }

    // A backward pass a sample in double precision takes half a minute on the large networks.
    private static bool Small(string text) =>
        new NasBench201Space().Macs(new NasBench201Space().Parse(text), ImageTask.Cifar10) < 60_000_000;

    // In single precision the reference's covariance eigenvalues may fall below zero, where it returns minus infinity; ours count as
    // zero, so the reference's double-precision value is what single precision must come near.
    private static double Reference(string id, JsonElement expected, JsonElement exact)
    {
        var reference = GoldenFile.Number(expected.GetProperty(id));
        return !double.IsFinite(reference) && (id is "az_expressivity" or "az_progressivity")
            ? GoldenFile.Number(exact.GetProperty(id))
            : reference;
    }
}
