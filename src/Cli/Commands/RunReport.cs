using ZcBench.Benchmarks;
using ZcBench.Benchmarks.Tables;
using ZcBench.Cli.Terminal;
using ZcBench.Reports.Analysis;
using ZcBench.Reports.Drawing;
using ZcBench.Reports.Figures;
using ZcBench.Reports.Files;
using ZcBench.Reports.Page;
using ZcBench.Reports.Runs;
using ZcBench.Reports.Tables;
using ZcBench.Scores;
using ZcBench.Scores.Published;
using ZcBench.Statistics.Resampling;

namespace ZcBench.Cli.Commands;

/// <summary>
/// What run and report end with: the tables on standard output, the page, and the files of the run folder.
/// </summary>
internal static class RunReport
{
    /// <summary>Refuses a folder whose files are not those of these runs' reports.</summary>
    /// <exception cref="UserError">It holds another run, or tables or figures of other origin.</exception>
    public static void RequireOwn(string folder, IEnumerable<string> runs)
    {
        var isRun = File.Exists(Path.Combine(folder, RunManifest.FileName));
        if (
            isRun && !runs.Select(Path.GetFullPath).Contains(Path.GetFullPath(folder), StringComparer.Ordinal)
        )
        {
            throw new UserError(
                $"{folder} holds another run, whose report would be replaced; "
                    + "choose another folder with --out"
            );
        }

        ReportFolder.RequireOwn(folder, RunManifest.FileName, ReportPage.FileName);
    }

    /// <summary>Everything is computed before the first file is written.</summary>
    /// <param name="runs">Runs of one table; those of one dataset differ in their seeds only.</param>
    /// <param name="published">Scores of others, put beside the first run.</param>
    /// <param name="folder">Where the files go.</param>
    /// <param name="targets">The accuracies to compare with; null for all datasets.</param>
    /// <param name="size">How large figures are drawn; null for their natural size.</param>
    /// <exception cref="UserError">The runs do not fit, or the folder cannot be written.</exception>
    public static void Write(
        IReadOnlyList<ScoredRun> runs,
        IReadOnlyList<PublishedScores> published,
        string folder,
        IReadOnlyList<Target>? targets = null,
        FigureSize? size = null
    )
    {
        var subject = ReportSubject.Of(runs, published, new Bootstrap(), targets);
        var figures = FigureCatalogue.Of(subject);
        var ranked = Ranked(subject.Main);
        var page = ReportPage.Write(subject, figures, folder);
        ReportFolder.Write(subject, figures, folder, size);
        var run = subject.Main.Run;
        IReadOnlyList<ReportTable> tables =
        [
            .. ranked,
            .. new[]
            {
                TrainingTable.Summary(subject.Main),
                DasSweepTable.Of(subject.Main),
            }.OfType<ReportTable>(),
        ];
        RunFiles.WriteScores(run, folder);
        TrainingStatesFile.Write(run, folder);
        RunFiles.WriteReport(subject.Main, tables, folder);
        RunRecords.Write(runs, folder);
        foreach (
            var table in TrainingTable.Summary(subject.Main) is { } training ? [.. ranked, training] : ranked
        )
        {
            TableView.Show(table);
            Console.Out.WriteLine(table.Text);
            Console.Out.WriteLine();
        }

        Console.Out.WriteLine(
            $"{Path.Combine(folder, RunFiles.Report)}, {Path.Combine(folder, RunFiles.Scores)}"
        );
        Console.Out.WriteLine(
            $"Tables and figures for papers: {Path.Combine(folder, "tables")}, "
                + $"{Path.Combine(folder, "figures")}"
        );
        Console.Out.WriteLine($"The page, to be opened in a browser: {page}");
    }

    // What a terminal has room for: everything, and of a whole space also what is left without dead branches.
    private static List<ReportTable> Ranked(RunAnalysis analysis) =>
        [
            .. analysis
                .Printed.Where((_, i) => i == 0 || analysis.Run.IsWhole)
                .Select(population =>
                    RankedTable.Brief(analysis.Run, population, analysis.Ceiling, analysis.Bootstrap)
                ),
        ];
}
