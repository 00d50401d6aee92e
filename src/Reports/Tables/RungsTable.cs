using System.Globalization;
using ZcBench.Reports.Analysis;
using ZcBench.Statistics.Catalogue;

namespace ZcBench.Reports.Tables;

/// <summary>
/// What the table itself can say about the target: its noise ceiling and its other accuracies.
/// </summary>
public sealed class RungsTable : IAnalysisTable
{
    /// <inheritdoc/>
    public int Order => 30;

    /// <inheritdoc/>
    public IEnumerable<ReportTable> Of(RunAnalysis analysis)
    {
        var rows = analysis
            .Rungs.Select(rung =>
                (IReadOnlyList<string>)
                    [
                        rung.Predictor.ToString(),
                        Cells.Number(rung.Rho),
                        Cells.Number(rung.Tau),
                        Cells.Number(rung.TopDecileRho),
                        Cells.Count(analysis.Run.Architectures.Count),
                    ]
            )
            .ToList();
        var noise = "";
        if (analysis.Ceiling is { } ceiling)
        {
            rows.Insert(
                0,
                [
                    "twins (noise ceiling)",
                    Cells.Number(ceiling.Values[new TwinRho().Info.Id]),
                    Cells.Number(ceiling.Values[new TwinTau().Info.Id]),
                    Cells.Number(ceiling.Values[new TwinTopDecileRho().Info.Id]),
                    Cells.Count(ceiling.WithTwin),
                ]
            );
            noise = string.Create(
                CultureInfo.InvariantCulture,
                $" Twins: {ceiling.WithTwin} of the table's {ceiling.Architectures} connected architectures "
                    + $"share their function with another ({ceiling.Functions} functions); "
                    + $"each accuracy is predicted by the mean of its twins. "
                    + $"Standard deviation within a function: "
                    + $"{Cells.Number(ceiling.Values[new TwinDeviation().Info.Id])} points."
            );
        }

        return rows.Count == 0
            ? []
            :
            [
                new(
                    "rungs",
                    $"Accuracies as predictors of {Captions.About(analysis)}{noise}",
                    [
                        new("predictor", IsNumber: false),
                        new("Spearman ρ", Best: Best.Highest),
                        new("Kendall τ-b", Best: Best.Highest),
                        new("ρ in the top decile"),
                        new("n"),
                    ],
                    rows
                ),
            ];
    }
}
