using System.Globalization;
using ZcBench.Reports.Tables;

namespace ZcBench.Learned.Results;

/// <summary>Learned references as a table.</summary>
public static class LearnedTable
{
    private const string None = "–";

    /// <summary>Id of the table and its files.</summary>
    public const string Id = "learned";

    /// <summary>One row for each size, set of features and learner.</summary>
    public static ReportTable Of(LearnedReference reference) =>
        new(
            Id,
            Caption(reference),
            [
                new("accuracies"),
                new("features", IsNumber: false),
                new("learner", IsNumber: false),
                new("ρ", Best: Best.Highest),
                new("τ-b", Best: Best.Highest),
                new("ρ, leaking"),
                new("τ-b, leaking"),
                new("leak in τ-b"),
            ],
            [
                .. reference
                    .Rows.GroupBy(row => (row.Size, row.Features, row.Learner))
                    .Select(group => (IReadOnlyList<string>)Cells(group.Key, [.. group])),
            ]
        );

    private static string[] Cells(
        (int Size, string Features, string? Learner) key,
        IReadOnlyList<LearnedRow> rows
    )
    {
        var byFunction = rows.FirstOrDefault(row => row.Split == SplitKind.ByFunction);
        var byArchitecture = rows.First(row => row.Split == SplitKind.ByArchitecture);
        return
        [
            key.Size.ToString(CultureInfo.InvariantCulture),
            key.Features,
            key.Learner ?? "none",
            Cell(byFunction?.Rho),
            Cell(byFunction?.Tau),
            Cell(byArchitecture.Rho),
            Cell(byArchitecture.Tau),
            byFunction is null
                ? None
                : (byArchitecture.Tau.Mean - byFunction.Tau.Mean).ToString(
                    "+0.000;-0.000;0.000",
                    CultureInfo.InvariantCulture
                ),
        ];
    }

    private static string Cell(Spread? spread) =>
        spread switch
        {
            null => None,
            { Deviation: null } only => Number(only.Mean),
            { Deviation: { } deviation } both => $"{Number(both.Mean)} ± {Number(deviation)}",
        };

    private static string Number(double value) => value.ToString("0.000", CultureInfo.InvariantCulture);

    private static string Caption(LearnedReference reference)
    {
        var asked = reference.Rows.Where(row => row.Split == SplitKind.ByFunction).ToList();
        return string.Create(
                CultureInfo.InvariantCulture,
                $"Upper references that learn from trained accuracies (label budget 5): "
                    + $"{reference.Source.Words}. Mean ± standard deviation of {reference.Setting.Repeats} "
                    + $"draws of the architectures learned from, seed {reference.Setting.Seed}; "
                    + $"the others are predicted. Learned from ranks of accuracies. "
            )
            + (
                asked.Count > 0
                    ? "ρ and τ-b: none is predicted that is the same function as one learned from. "
                        + "Leaking: split by architecture, as papers do. "
                    : "The space does not tell which are one function, so such pairs may leak. "
            )
            + "Learner 'best single': the one feature that orders the accuracies learned from best; 'none': "
            + "scores that see no accuracies, on the same architectures.";
    }
}
