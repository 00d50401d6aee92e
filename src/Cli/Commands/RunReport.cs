using ZcBench.Cli.Terminal;
using ZcBench.Reports.Files;
using ZcBench.Reports.Runs;
using ZcBench.Reports.Statistics.Resampling;
using ZcBench.Reports.Tables;

namespace ZcBench.Cli.Commands;

/// <summary>What run and report end with: the tables on standard output and the files of the run folder.</summary>
internal static class RunReport
{
    public static void Write(ScoredRun run, string folder)
    {
        var ranked = RankedTable.Of(run, new Bootstrap());
        ReportTable[] tables = DasSweepTable.Of(run) is { } sweep ? [ranked, sweep] : [ranked];
        RunFiles.WriteScores(run, folder);
        RunFiles.WriteReport(run, tables, folder);
        TableView.Show(ranked);
        Console.Out.WriteLine(ranked.Caption);
        Console.Out.WriteLine();
        Console.Out.WriteLine($"{Path.Combine(folder, RunFiles.Report)}, {Path.Combine(folder, RunFiles.Scores)}");
    }
}
