using ZcBench.Cli.Terminal;
using ZcBench.Reports.Analysis;
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
        var bootstrap = new Bootstrap();
        var ceiling = NoiseCeiling.Of(run.Space, run.Table, run.Manifest.Target);
        var ranked = RunAnalysis.Brief(run, bootstrap)
            .Select(population => RankedTable.Brief(run, population, ceiling, bootstrap)).ToList();
        ReportTable[] tables = DasSweepTable.Of(run) is { } sweep ? [.. ranked, sweep] : [.. ranked];
        RunFiles.WriteScores(run, folder);
        RunFiles.WriteReport(run, tables, folder);
        foreach (var table in ranked)
        {
            TableView.Show(table);
            Console.Out.WriteLine(table.Caption);
            Console.Out.WriteLine();
        }

        Console.Out.WriteLine($"{Path.Combine(folder, RunFiles.Report)}, {Path.Combine(folder, RunFiles.Scores)}");
    }
}
