using ZcBench.Reports.Analysis;
using ZcBench.Reports.Figures;
using ZcBench.Reports.Runs;
using ZcBench.Statistics.Resampling;

namespace ZcBench.Reports.Tables;

/// <summary>
/// How the numbers of a report were made: a paragraph that a paper states once, in place of a sentence in
/// every caption.
/// </summary>
internal static class ProtocolText
{
    /// <summary>The paragraph of a report.</summary>
    public static string Of(ReportSubject subject)
    {
        var main = subject.Main;
        var runs = subject.Targets.Select(analysis => analysis.Run).ToList();
        return $"Zero-cost proxies on {main.Run.Space.Title}, compared with "
            + $"{string.Join(", ", runs.Select(run => run.Manifest.Target.Title))}. "
            + $"{Method(main.Run, main.Ceiling, main.Bootstrap)}{Captions.Differences(runs)}";
    }

    /// <summary>The method of one run's first table.</summary>
    internal static string Method(ScoredRun run, NoiseCeiling? ceiling, Bootstrap bootstrap)
    {
        var noise = ceiling is null ? "" : $" Noise ceiling: {ceiling.Meaning}.";
        return $"{Captions.Measured(run)} Labels: label budget, 0 (structure) to 5 (accuracies). "
            + "Undefined scores rank worst. Milliseconds: "
            + $"median over the architectures.{noise} {Captions.Intervals(bootstrap)}";
    }
}
