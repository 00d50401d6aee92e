using System.Globalization;
using ZcBench.Reports.Tables;
using ZcBench.Statistics;
using ZcBench.Statistics.Resampling;

namespace ZcBench.Learned.Combinations;

/// <summary>Choices against every score on spaces that they have not seen, as a table.</summary>
public static class UnseenTable
{
    /// <summary>Id of the table and its files.</summary>
    public const string Id = "unseen";

    /// <summary>One row for each score, the highest τ-b first; null for fewer than three spaces.</summary>
    public static ReportTable? Of(CombinationStudy study) =>
        study.Unseen is { } unseen
            ? new(
                Id,
                Caption(unseen, study.Bootstrap),
                [
                    new("score", IsNumber: false),
                    new("labels"),
                    new("τ-b", Best: Best.Highest),
                    new("choice less score"),
                    NumberText.IntervalColumn(study.Bootstrap),
                    new("P(improvement)"),
                    new("better / equal / worse"),
                ],
                [.. unseen.Rivals.Select(rival => (IReadOnlyList<string>)Cells(rival))]
            )
            : null;

    private static string[] Cells(UnseenRival rival) =>
        [
            rival.Proxy.Id,
            NumberText.Count((int)rival.Proxy.LabelBudget),
            NumberText.Number(Estimate.Of(rival.Tau)),
            NumberText.Signed(rival.Improvement.Difference.Point),
            NumberText.SignedSpan(rival.Improvement.Difference),
            NumberText.Number(Estimate.Of(rival.Improvement.Probability), "0.00"),
            NumberText.Tasks(rival.Improvement),
        ];

    private static string Caption(UnseenSpaces unseen, Bootstrap bootstrap) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"Whether choosing pays on a space that was not chosen on. Each of {unseen.Spaces} spaces "
                + $"({unseen.Tasks} tasks) is left out in turn; "
                + $"the rank sum chosen on the others has a mean τ-b of {unseen.Tau:0.000} on it. "
                + $"Below, every score that all runs have: its mean τ-b over spaces, "
                + $"tasks of one averaged first, and the choices less it, with "
                + $"{NumberText.Level(bootstrap)} intervals of {bootstrap.Resamples} resamples of spaces, "
                + $"tasks in them and architectures, with the choices as they are. "
                + $"P(improvement): probability that the choice's τ-b is "
                + $"higher on a space and task drawn anew. Better, equal, worse: number of tasks."
        );
}
