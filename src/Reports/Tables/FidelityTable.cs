using System.Globalization;
using ZcBench.Reports.Analysis;
using ZcBench.Statistics.Catalogue;

namespace ZcBench.Reports.Tables;

/// <summary>
/// What the table itself can say about the target: its noise ceiling and its other accuracies.
/// </summary>
internal sealed class FidelityTable : IAnalysisTable
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
        if (analysis.Ceiling is { Twins: { } twins } shared)
        {
            rows.Insert(
                0,
                [
                    shared.Trainings > 0 ? "twins" : "twins (noise ceiling)",
                    NumberText.Number(twins.Values[new EqualFunctionRho().Info.Id]),
                    NumberText.Number(twins.Values[new EqualFunctionTau().Info.Id]),
                    NumberText.Number(twins.Values[new EqualFunctionTopDecileRho().Info.Id]),
                    NumberText.Count(twins.SharingFunction),
                ]
            );
            noise = string.Create(
                CultureInfo.InvariantCulture,
                $" Twins: {twins.SharingFunction} of the table's {twins.Architectures} connected "
                    + $"architectures share their function with another ({twins.Functions} functions); "
                    + $"each accuracy is predicted by the mean of its twins. "
                    + $"Standard deviation within a function: "
                    + $"{NumberText.Number(twins.Values[new EqualFunctionDeviation().Info.Id])} points."
            );
        }

        if (analysis.Ceiling is { Trainings: > 0 } ceiling)
        {
            rows.Insert(
                0,
                [
                    "another training (noise ceiling)",
                    NumberText.Number(ceiling.Rho),
                    NumberText.Number(ceiling.Tau),
                    NumberText.None,
                    NumberText.Count(ceiling.Architectures),
                ]
            );
            noise = $" Another training: {ceiling.Meaning}.{noise}";
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
