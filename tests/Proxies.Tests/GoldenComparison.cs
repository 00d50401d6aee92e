using System.Text.Json;
using ZcBench.Proxies.Networks;
using ZcBench.Proxies.Probe;
using ZcBench.Scores;

namespace ZcBench.Proxies.Tests;

/// <summary>Scores a golden network and holds every score against the reference's.</summary>
internal static class GoldenComparison
{
    // What the references return where a kernel is singular or a cell has no ReLU.
    private static readonly double[] Sentinels = [100_000, double.MaxValue, -1];

    // A backward pass a sample in double precision takes half a minute on the large networks.
    private const long Small = 60_000_000;

    // What a golden file records beside scores: a switch of the reference, meco over another set of maps, and
    // what other code or another batch would give.
    private static readonly string[] Others =
    [
        "probe",
        "meco_modules",
        "nwot_single",
        "epe_nas_batch16_labels_mod4",
    ];

    /// <summary>Compares in double precision, where the reference was recorded in it.</summary>
    public static void InDouble(GoldenNetwork golden, torch.Device device) =>
        Compare(golden, golden.Double!.Value, new(device, torch.float64), Tolerances.Double);

    /// <summary>Compares in single precision.</summary>
    /// <param name="golden">The network.</param>
    /// <param name="device">Where to score it.</param>
    /// <param name="factor">What the device may add to the tolerances.</param>
    public static void InSingle(GoldenNetwork golden, torch.Device device, double factor) =>
        Compare(
            golden,
            golden.Single!.Value,
            new(device, torch.float32),
            proxy => Tolerances.Single(proxy, golden.Name, factor)
        );

    /// <summary>Scores golden networks at once and compares each in double precision.</summary>
    /// <param name="golden">Networks of one space and batch, with values in double precision.</param>
    /// <param name="device">Where to score them.</param>
    public static void TogetherInDouble(IReadOnlyList<GoldenNetwork> golden, torch.Device device)
    {
        torch.set_num_threads(1);
        var placement = new Placement(device, torch.float64);
        var proxies = golden
            .Select(one => Ids(one, one.Double!.Value, placement))
            .Aggregate((all, one) => all.Intersect(one, StringComparer.Ordinal))
            .Select(id => ProxyCatalogue.Proxies[id])
            .ToList();
        using var prober = new Prober(Settings(golden[0], placement));
        var members = golden.Select(one => BuiltArchitecture.Of(one.Architecture, one.Task));
        var faults = golden
            .Zip(prober.Measure([.. members], proxies))
            .SelectMany(item =>
                item.Second.Select(measured =>
                    Fault(
                        measured,
                        item.First,
                        item.First.Double!.Value,
                        placement,
                        Tolerances.Double(measured.Proxy.Id)
                    )
                        is { } fault
                        ? $"{item.First.Name}: {fault}"
                        : null
                )
            )
            .OfType<string>()
            .ToList();
        Assert.True(faults.Count == 0, string.Join("\n", faults));
    }

    private static void Compare(
        GoldenNetwork golden,
        JsonElement expected,
        Placement placement,
        Func<string, double> tolerance
    )
    {
        var proxies = Ids(golden, expected, placement).Select(id => ProxyCatalogue.Proxies[id]).ToList();
        // One thread, as every worker of a run has: the order of libtorch's sums depends on the number of
        // threads, and networks whose gradients explode magnify the difference.
        torch.set_num_threads(1);
        using var prober = new Prober(Settings(golden, placement));
        var faults = prober
            .Measure(golden.Architecture, proxies)
            .Select(measured => Fault(measured, golden, expected, placement, tolerance(measured.Proxy.Id)))
            .OfType<string>()
            .ToList();
        Assert.True(faults.Count == 0, string.Join("\n", faults));
    }

    private static IEnumerable<string> Ids(GoldenNetwork golden, JsonElement expected, Placement placement) =>
        expected
            .EnumerateObject()
            .Select(item => item.Name)
            .Except(Others, StringComparer.Ordinal)
            .Where(id => id != "ntk_cond" || placement.DType == torch.float32 || golden.Macs < Small);

    private static ProbeSettings Settings(GoldenNetwork golden, Placement placement) =>
        ProbeSettings.Noise(golden.Task, golden.Batch, seed: 0, placement, InitKind.Default);

    private static string? Fault(
        Measurement measured,
        GoldenNetwork golden,
        JsonElement expected,
        Placement placement,
        double tolerance
    )
    {
        var id = measured.Proxy.Id;
        var reference = Reference(id, expected, golden.Double ?? expected);
        var isDefined = double.IsFinite(reference) && !Sentinels.Contains(reference);
        if (isDefined != measured.Score.IsDefined)
        {
            return $"{id} is {measured.Score}, the reference has {reference}";
        }

        if (!isDefined)
        {
            return null;
        }

        // plain is a difference of large numbers; in single precision it is as exact as they are, whose sizes
        // snip adds up.
        var isSingle = placement.DType == torch.float32;
        var scale = id == "plain" && isSingle ? GoldenFile.Number(expected.GetProperty("snip")) : reference;
        var error = Math.Abs(measured.Score.Value - reference) / Math.Max(1e-300, Math.Abs(scale));
        return error <= tolerance
            ? null
            : $"{id}: {measured.Score} for {reference}, relative error {error:g3}, allowed {tolerance:g3}";
    }

    // In single precision the reference's covariance eigenvalues may fall below zero, where it returns minus
    // infinity; ours count as zero, so the reference's double-precision value is what single precision must
    // come near.
    private static double Reference(string id, JsonElement expected, JsonElement exact)
    {
        var reference = GoldenFile.Number(expected.GetProperty(id));
        return !double.IsFinite(reference) && (id is "az_expressivity" or "az_progressivity")
            ? GoldenFile.Number(exact.GetProperty(id))
            : reference;
    }
}
