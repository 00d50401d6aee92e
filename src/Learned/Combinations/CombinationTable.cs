using System.Globalization;
using ZcBench.Reports.Tables;

namespace ZcBench.Learned.Combinations;

/// <summary>Chosen combinations as a table.</summary>
public static class CombinationTable
{
    /// <summary>Id of the table and its files.</summary>
    public const string Id = "combinations";

    /// <summary>One row for each choice and space that judges it.</summary>
    public static ReportTable Of(CombinationStudy study) =>
        new(
            Id,
            Caption(study),
            [
                new("chosen on", IsNumber: false),
                new("proxies", IsNumber: false),
                new("τ-b there"),
                new("judged on", IsNumber: false),
                new("tasks"),
                new("ρ"),
                new("τ-b"),
                new("best rival", IsNumber: false),
                new("difference in τ-b"),
                NumberText.IntervalColumn(study.Bootstrap),
            ],
            [.. study.Judgements.Select(judgement => (IReadOnlyList<string>)Cells(judgement))]
        )
        {
            Data = [.. Data(study)],
        };

    private static string[] Cells(Judgement judgement) =>
        [
            judgement.Choice.On,
            string.Join(" + ", judgement.Choice.Members),
            Number(judgement.Choice.Steps[^1].Tau),
            judgement.Space,
            judgement.Tasks.Count.ToString(CultureInfo.InvariantCulture),
            Number(judgement.Rho),
            Number(judgement.Tau),
            judgement.Rival ?? NumberText.None,
            judgement.Difference is { } difference ? NumberText.Signed(difference.Point) : NumberText.None,
            judgement.Difference is { } interval ? NumberText.SignedSpan(interval) : NumberText.None,
        ];

    private static IEnumerable<IReadOnlyList<string>> Data(CombinationStudy study)
    {
        yield return
        [
            "chosen_on",
            "proxies",
            "judged_on",
            "architectures",
            "rho",
            "tau_b",
            "rival",
            "rival_tau_b",
        ];
        foreach (var judgement in study.Judgements)
        {
            foreach (var task in judgement.Tasks)
            {
                foreach (var (id, tau) in task.Rivals)
                {
                    yield return
                    [
                        judgement.Choice.On,
                        string.Join('+', judgement.Choice.Members),
                        task.Name,
                        task.Count.ToString(CultureInfo.InvariantCulture),
                        Exact(task.Rho),
                        Exact(task.Tau.Point.Value),
                        id,
                        Exact(tau.Point.Value),
                    ];
                }
            }
        }
    }

    private static string Number(double value) => value.ToString("0.000", CultureInfo.InvariantCulture);

    private static string Exact(double? value) => value?.ToString("R", CultureInfo.InvariantCulture) ?? "";

    private static string Caption(CombinationStudy study) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"Which proxies are worth combining. Greedy forward selection among {study.Candidates.Count} "
                + $"proxies by the τ-b of their rank sum, on half of the architectures of one task; "
                + $"judged on other tasks of the space with the other half, "
                + $"of which none is the same function as one chosen on, "
                + $"and on all architectures of other spaces. "
                + $"{(study.Unseen is null ? "" : "All but: chosen on all tasks of the other spaces. ")}"
                + $"ρ and τ-b: means over the tasks that judge. "
                + $"Best rival: the aggregate of the runs, "
                + $"count or meco with the highest mean τ-b on the same tasks, "
                + $"which is chosen with knowledge of them. "
                + $"{NumberText.Level(study.Bootstrap)} intervals of {study.Bootstrap.Resamples} bootstrap "
                + $"resamples of the architectures that judge."
        );
}
