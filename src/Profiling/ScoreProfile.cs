using System.Runtime.InteropServices;
using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Engines;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using ZcBench.Proxies.Engine;

namespace ZcBench.Profiling;

/// <summary>What proxies cost, alone and beside each other, by BenchmarkDotNet within this process.</summary>
public static class ScoreProfile
{
    private const double NanosecondsInMillisecond = 1e6;

    /// <summary>Times every case of the request.</summary>
    /// <param name="request">What to time.</param>
    /// <param name="artifacts">Folder for BenchmarkDotNet's own log.</param>
    /// <param name="begun">Told each case as it begins.</param>
    public static ProfileResult Run(ProfileRequest request, string artifacts, Action<ProfileCase> begun)
    {
        ScoreBenchmark.Request = request;
        ScoreBenchmark.Begun = begun;
        var job = Job
            .Default.WithToolchain(InProcessEmitToolchain.Instance)
            .WithStrategy(RunStrategy.Monitoring)
            .WithWarmupCount(1)
            .WithIterationCount(request.Iterations)
            .WithInvocationCount(1)
            .WithUnrollFactor(1);
        var summary = BenchmarkRunner.Run<ScoreBenchmark>(
            ManualConfig
                .CreateEmpty()
                .AddJob(job)
                .AddDiagnoser(MemoryDiagnoser.Default)
                .AddColumnProvider(DefaultColumnProviders.Instance)
                .AddLogger(NullLogger.Instance)
                .WithArtifactsPath(artifacts)
        );
        var shared = ScoreBenchmark
            .Marginal.Where(item => item.Key.Label == ProfileCase.Shared)
            .ToDictionary(item => (item.Key.Size, item.Key.Batch), item => item.Value);
        return new(
            $"{string.Join('\n', summary.HostEnvironmentInfo.ToFormattedString()).Trim()}\n"
                + $"{RuntimeInformation.FrameworkDescription}, {Libtorch.Load()}",
            [
                .. summary
                    .Reports.Where(report => report.ResultStatistics is not null)
                    .Select(report => Row(report, shared)),
            ]
        );
    }

    private static ProfileRow Row(
        BenchmarkReport report,
        Dictionary<(string, int), IReadOnlyDictionary<string, TimeSpan>> shared
    )
    {
        var item = (ProfileCase)report.BenchmarkCase.Parameters[nameof(ScoreBenchmark.Case)];
        var times = report.ResultStatistics!;
        return new(
            item,
            times.Median / NanosecondsInMillisecond / item.Architectures.Count,
            times.StandardDeviation / NanosecondsInMillisecond / item.Architectures.Count,
            item.Label == ProfileCase.Shared
                ? null
                : shared
                    .GetValueOrDefault((item.Size, item.Batch))
                    ?.GetValueOrDefault(item.Label)
                    .TotalMilliseconds,
            report.GcStats.GetBytesAllocatedPerOperation(report.BenchmarkCase) ?? 0,
            ScoreBenchmark.Peak.TryGetValue(item, out var peak) ? peak : null
        );
    }
}
