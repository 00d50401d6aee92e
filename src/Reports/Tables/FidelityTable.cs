using System.Globalization;
using ZcBench.Reports.Analysis;
using ZcBench.Statistics.Catalogue;

namespace ZcBench.Reports.Tables;

/// <summary>
/// What the table itself can say about the target: its noise ceiling and its other accuracies.
/// </summary>
public sealed class FidelityTable : IAnalysisTable
{
    /// <inheritdoc/>
    public int Order => 30;

    /// <inheritdoc/>
    public IEnumerable<ReportTable> Of(RunAnalysis analysis)
    {
        var rows = analysis
            .Fidelities.Select(fidelity =>
                (IReadOnlyList<string>)
                    [
                        fidelity.Predictor.ToString(),
                        NumberText.Number(fidelity.Rho),
                        NumberText.Number(fidelity.Tau),
                        NumberText.Number(fidelity.TopDecileRho),
                        NumberText.Count(analysis.Run.Architectures.Count),
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
                    NumberText.Number(ceiling.Values[new EqualFunctionRho().Info.Id]),
                    NumberText.Number(ceiling.Values[new EqualFunctionTau().Info.Id]),
                    NumberText.Number(ceiling.Values[new EqualFunctionTopDecileRho().Info.Id]),
                    NumberText.Count(ceiling.SharingFunction),
                ]
            );
            noise = string.Create(
                CultureInfo.InvariantCulture,
                $" Twins: {ceiling.SharingFunction} of the table's {ceiling.Architectures} connected "
                    + $"architectures share their function with another ({ceiling.Functions} functions); "
                    + $"each accuracy is predicted by the mean of its twins. "
                    + $"Standard deviation within a function: "
                    + $"{NumberText.Number(ceiling.Values[new EqualFunctionDeviation().Info.Id])} points."
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
