using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;

namespace ZcBench.Profiling;

/// <summary>
/// Timings of the arithmetic kernels, by BenchmarkDotNet within this process, so that no SDK is needed.
/// </summary>
public static class KernelProfile
{
    /// <summary>Runs them and prints BenchmarkDotNet's own log and tables on standard output.</summary>
    /// <param name="artifacts">Folder for BenchmarkDotNet's files.</param>
    public static void Run(string artifacts) =>
        BenchmarkRunner.Run<HammingKernelBenchmark>(
            ManualConfig
                .CreateEmpty()
                .AddJob(Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance))
                .AddColumnProvider(DefaultColumnProviders.Instance)
                .AddColumn(StatisticColumn.Min)
                .AddLogger(ConsoleLogger.Default)
                .WithArtifactsPath(artifacts)
        );
}
