using ZcBench.Reports.Runs;
using ZcBench.Statistics.Catalogue;

namespace ZcBench.Runs.Tests;

/// <summary>The sample of docs/library.md; a test compares the two, another runs it.</summary>
internal static class LibrarySample
{
    public static void Show()
    {
        var run = Run.Open(new("nasbench201-256") { Sample = 8, Proxies = "params,wot" });
        run.Execute();
        var scored = ScoredRun.Load(run.Folder);
        foreach (var column in scored.Columns)
        {
            var rho = new Spearman().Compute(scored.Whole().Sample(column));
            Console.WriteLine($"{column.Proxy.Id} {rho}");
        }
    }
}
