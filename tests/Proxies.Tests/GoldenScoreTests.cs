using System.Text.Json;
using ZcBench.Benchmarks;
using ZcBench.Proxies.Networks;
using ZcBench.Proxies.Probe;
using ZcBench.Scores;

namespace ZcBench.Proxies.Tests;

/// <summary>Every proxy gives what its reference implementation gave.</summary>
public sealed class GoldenScoreTests : TorchTest
{
    // What the references return where a kernel is singular or a cell has no ReLU.
    private static readonly double[] Sentinels = [100_000, double.MaxValue, -1];

    // A backward pass a sample in double precision takes half a minute on the large networks.
    private const long Small = 60_000_000;

    public static TheoryData<string> Names { get; } = [.. GoldenFile.Networks.Select(network => network.Name)];

    public static TheoryData<string> DoubleNames { get; } =
        [.. GoldenFile.Networks.Where(network => network.Double is not null).Select(network => network.Name)];

    [Theory]
    [MemberData(nameof(DoubleNames))]
    public void Scores_equal_the_reference_in_double_precision(string name)
    {
        var golden = GoldenFile.Named(name);
        Compare(golden, golden.Double!.Value, Placement.Cpu64, Tolerances.Double);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Scores_equal_the_reference_in_single_precision(string name)
    {
        var golden = GoldenFile.Named(name);
        Compare(golden, golden.Single, Placement.Cpu32, Tolerances.Single);
    }

    [Fact]
    public void Scores_equal_the_reference_on_a_gpu_in_double_precision()
    {
        RequireGpu();
        foreach (var golden in GoldenFile.Networks.Where(network => network.Double is not null))
        {
            Compare(golden, golden.Double!.Value, new(torch.CUDA, torch.float64), Tolerances.Double);
        }
    }

    [Fact]
    public void Scores_equal_the_reference_on_a_gpu_in_single_precision()
    {
        RequireGpu();
        foreach (var golden in GoldenFile.Networks)
        {
            Compare(golden, golden.Single, new(torch.CUDA, torch.float32), Tolerances.Single);
        }
    }

    private static void RequireGpu() => Assert.SkipUnless(
        torch.cuda.is_available(), "there is no CUDA GPU, or libtorch is built without CUDA; scripts/gpu-pack and gpu-run take the tests to one");

    private static void Compare(
        GoldenNetwork golden, JsonElement expected, Placement placement, Func<string, double> tolerance)
    {
        var proxies = ProxyCatalogue.Proxies.Values
            .Where(proxy => expected.TryGetProperty(proxy.Info.Id, out _))
            .Where(proxy => proxy.Info.Id != "ntk_cond" || placement.DType == torch.float32 || golden.Macs < Small).ToList();
        // One thread, as every worker of a run has: the order of libtorch's sums depends on the number of threads, and networks whose
        // gradients explode magnify the difference.
        torch.set_num_threads(placement.DType == torch.float32 ? 1 : Environment.ProcessorCount);
        var settings = ProbeSettings.Noise(ImageTask.Cifar10, golden.Batch, seed: 0, placement, InitKind.Default);
        using var prober = new Prober(settings);
        var faults = new List<string>();
        foreach (var measured in prober.Measure(golden.Architecture, proxies))
        {
            var id = measured.Proxy.Id;
            var reference = Reference(id, expected, golden.Double ?? expected);
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
