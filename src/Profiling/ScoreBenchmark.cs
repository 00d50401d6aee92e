using System.Diagnostics.CodeAnalysis;
using BenchmarkDotNet.Attributes;
using TorchSharp;
using ZcBench.Proxies.Engine;
using ZcBench.Proxies.Probe;

namespace ZcBench.Profiling;

/// <summary>
/// Scores one architecture or a population, again and again. BenchmarkDotNet makes this object itself, so
/// what to time and what was seen beside the time pass through static state: one profile at a time.
/// </summary>
[SuppressMessage(
    "Design",
    "CA1001",
    Justification = "BenchmarkDotNet calls Finish where others would dispose."
)]
public class ScoreBenchmark
{
    private readonly Dictionary<string, (TimeSpan Sum, int Count)> _marginal = new(StringComparer.Ordinal);
    private Prober _prober = null!;
    private IReadOnlyList<BuiltArchitecture> _built = [];

    /// <summary>What is being profiled.</summary>
    internal static ProfileRequest Request { get; set; } = null!;

    /// <summary>Told each case as it begins.</summary>
    internal static Action<ProfileCase> Begun { get; set; } = _ => { };

    /// <summary>Mean marginal time of each proxy in a shared plan.</summary>
    internal static Dictionary<ProfileCase, IReadOnlyDictionary<string, TimeSpan>> Marginal { get; } = [];

    /// <summary>Peak of the memory that scoring takes, where it is known.</summary>
    internal static Dictionary<ProfileCase, long> Peak { get; } = [];

    /// <summary>What is timed.</summary>
    [ParamsSource(nameof(Cases))]
    public ProfileCase Case { get; set; } = null!;

    /// <summary>All cases of the request.</summary>
    public static IEnumerable<ProfileCase> Cases => ProfileCase.Of(Request);

    /// <summary>Inputs and threads.</summary>
    [GlobalSetup]
    public void Prepare()
    {
        Begun(Case);
        torch.set_num_threads(Request.Threads);
        _prober = new(
            ProbeSettings.Noise(Request.Task, Case.Batch, seed: 0, Request.Placement, Request.Init)
        );
        _built = [.. Case.Architectures.Select(one => BuiltArchitecture.Of(one, Request.Task))];
        _prober.Measure(_built, Case.Proxies);
        if (PeakMemory.IsKnown && Request.Placement.Device.type == DeviceType.CPU)
        {
            Peak[Case] = PeakMemory.Of(() => _prober.Measure(_built, Case.Proxies));
        }
    }

    /// <summary>The case's architectures by its proxies.</summary>
    [Benchmark]
    public int Score()
    {
        var measured = _prober.Measure(_built, Case.Proxies);
        foreach (var item in measured.SelectMany(scores => scores))
        {
            var (sum, count) = _marginal.GetValueOrDefault(item.Proxy.Id);
            _marginal[item.Proxy.Id] = (sum + item.Marginal, count + 1);
        }

        return measured.Count;
    }

    /// <summary>Notes what was seen.</summary>
    [GlobalCleanup]
    public void Finish()
    {
        Marginal[Case] = _marginal.ToDictionary(
            item => item.Key,
            item => item.Value.Sum / item.Value.Count,
            StringComparer.Ordinal
        );
        _prober.Dispose();
    }
}
