using System.Globalization;
using System.Text;
using ZcBench.Benchmarks;
using ZcBench.Benchmarks.Tables;
using ZcBench.Reports.Analysis;
using ZcBench.Reports.Runs;
using ZcBench.Reports.Tables;

namespace ZcBench.Reports.Files;

/// <summary>
/// The readable files of a run folder: scores.csv and report.md. The same scores give the same bytes.
/// </summary>
internal static class RunFiles
{
    /// <summary>Name of the table of scores.</summary>
    public const string Scores = "scores.csv";

    /// <summary>Name of the report.</summary>
    public const string Report = "report.md";

    /// <summary>
    /// One line for each architecture: its text, its accuracy in percent or its task's metric, and every
    /// proxy's score with all its digits; an undefined score is an empty field.
    /// </summary>
    public static void WriteScores(ScoredRun run, string folder)
    {
        var text = new StringBuilder("architecture,").Append(Column(run.Manifest.Target));
        foreach (var column in run.Columns)
        {
            text.Append(',').Append(column.Proxy.Id);
        }

        text.Append('\n');
        for (var i = 0; i < run.Architectures.Count; i++)
        {
            text.Append(run.Architectures[i])
                .Append(',')
                .Append(run.Accuracies[i].ToString("R", CultureInfo.InvariantCulture));
            foreach (var score in run.Columns.Select(column => column.Scores[i]))
            {
                text.Append(',').Append(score.IsDefined ? score.ToString() : "");
            }

            text.Append('\n');
        }

        Write(Path.Combine(folder, Scores), text.ToString());
    }

    /// <summary>The tables with their captions, and the card of every proxy.</summary>
    public static void WriteReport(RunAnalysis analysis, IEnumerable<ReportTable> tables, string folder)
    {
        var run = analysis.Run;
        var text = new StringBuilder("# Zero-cost proxies against trained accuracy\n\n");
        foreach (var table in tables)
        {
            text.Append(Markdown.Table(table)).Append('\n').Append(table.Text).Append("\n\n");
        }

        text.Append("## The proxies\n\n");
        foreach (var proxy in run.Columns.Select(column => column.Proxy))
        {
            text.Append(
                    CultureInfo.InvariantCulture,
                    $"- **{proxy.Id}** {proxy.Title}: {proxy.Formula}. {proxy.Paper}. "
                )
                .Append(
                    CultureInfo.InvariantCulture,
                    $"Label budget {(int)proxy.LabelBudget}, version {proxy.Version}; weights {proxy.Init}, "
                        + $"input {proxy.Input}, "
                )
                .Append(
                    CultureInfo.InvariantCulture,
                    $"batch norm {proxy.BatchNorm}, reads {proxy.Layers}. "
                        + $"{(proxy.NeedsDouble ? "In double precision. " : "")}"
                        + $"{proxy.Notes}\n"
                );
        }

        text.Append("\n## Provenance\n\n");
        foreach (var (name, line) in RunProvenance.Of(analysis))
        {
            text.Append(CultureInfo.InvariantCulture, $"- {name}: {line}\n");
        }

        Write(Path.Combine(folder, Report), text.ToString());
    }

    /// <summary>
    /// Writes a file under a temporary name and moves it, so that no reader ever sees half of it.
    /// </summary>
    /// <exception cref="UserError">It cannot be written.</exception>
    internal static void Write(string path, string text) =>
        Write(path, new UTF8Encoding(false).GetBytes(text));

    /// <inheritdoc cref="Write(string, string)"/>
    internal static void Write(string path, byte[] bytes)
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new UserError(
                $"{path} cannot be written ({fault.Message}); make room or give write permission",
                fault
            );
        }

        using var content = new MemoryStream(bytes);
        WholeFile.Write(path, content);
    }

    /// <summary>Name of a column of accuracies: "cifar10_test200_percent", "normal_test30_ssim".</summary>
    internal static string Column(Target target)
    {
        var split = target.Split == Split.Test ? "test" : "val";
        var metric = target.Measure == TaskMetric.Accuracy ? "percent" : target.Measure.Name;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{target.Dataset}_{split}{target.Epochs}_{metric}"
        );
    }
}
