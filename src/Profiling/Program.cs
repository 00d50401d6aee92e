using BenchmarkDotNet.Running;

namespace ZcBench.Profiling;

/// <summary>
/// Runs benchmarks by name: <c>ZcBench.Profiling HammingKernel</c> those whose name contains it, without a name all;
/// arguments that begin with a dash are BenchmarkDotNet's own (<c>--list flat</c>, <c>--filter</c>).
/// </summary>
internal static class Program
{
    private static int Main(string[] args)
    {
        string[] names = args.Length == 0 ? ["*"] : [.. args.Select(name => $"*{name}*")];
        string[] options = args.Any(arg => arg.StartsWith('-')) ? args : ["--filter", .. names];
        var summaries = BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly)
            .Run(options, ProfilingConfig.Create())
            .ToList();
        return summaries.Exists(summary => summary.Reports.Any(report => !report.Success)) ? 1 : 0;
    }
}
