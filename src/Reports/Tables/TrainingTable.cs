using System.Globalization;
using ZcBench.Reports.Analysis;
using ZcBench.Scores;

namespace ZcBench.Reports.Tables;

/// <summary>
/// Proxies along the training of the networks that they look at, and what training is worth to each.
/// </summary>
internal sealed class TrainingTable : IAnalysisTable
{
    /// <inheritdoc/>
    public int Order => 125;

    /// <inheritdoc/>
    IEnumerable<ReportTable> IAnalysisTable.Of(RunAnalysis analysis) =>
        analysis.Training is null ? [] : [Summary(analysis)!, States(analysis, analysis.Training)];

    /// <summary>What training is worth to each proxy; null where a run trained nothing.</summary>
    public static ReportTable? Summary(RunAnalysis analysis)
    {
        if (analysis.Training is not { } training)
        {
            return null;
        }

        var interval = NumberText.IntervalColumn(analysis.Bootstrap);
        return new(
            "training",
            $"What training before scoring is worth, {Captions.About(analysis)} First: "
                + "the networks as drawn, or the least trained state. Settled: "
                + "the first state that no later one exceeds in ρ by more than the paired interval allows. "
                + "Gain per second: of the training of one architecture. "
                + $"{Trained(training.Recipe)} {Captions.Intervals(analysis.Bootstrap)}",
            [
                new("proxy", IsNumber: false),
                new("first steps"),
                new("ρ", Best: Best.Highest),
                new("settled at step"),
                new("ρ settled", Best: Best.Highest),
                interval,
                new("gain", Best: Best.Highest),
                interval,
                new("seconds"),
                new("gain per second", Best: Best.Highest),
            ],
            [.. training.Curves.OrderByDescending(curve => curve.Settled.Rho.Point.Value ?? -2).Select(Row)]
        );
    }

    private static IReadOnlyList<string> Row(TrainingCurve curve)
    {
        var (first, settled) = (curve.Points[0], curve.Settled);
        return
        [
            curve.Proxy,
            NumberText.Count(first.Steps),
            NumberText.Number(first.Rho.Point),
            NumberText.Count(settled.Steps),
            NumberText.Number(settled.Rho.Point),
            NumberText.Span(settled.Rho),
            settled.Gained is { } gained ? NumberText.Signed(gained.Difference.Point) : NumberText.None,
            settled.Gained is { } span ? NumberText.SignedSpan(span.Difference) : NumberText.None,
            Seconds(settled),
            NumberText.Signed(curve.GainPerSecond(settled)),
        ];
    }

    private static ReportTable States(RunAnalysis analysis, TrainingStates training)
    {
        var interval = NumberText.IntervalColumn(analysis.Bootstrap);
        return new(
            "training_states",
            $"Proxies of networks after so many steps of training, {Captions.About(analysis)} Gain: "
                + "in ρ from the proxy's first state. First state: "
                + "ρ of the scores with those of the proxy's first state. Size: "
                + "ρ of the scores with the number of parameters. Seconds: of one architecture, "
                + $"its training included. {Trained(training.Recipe)} "
                + $"{Captions.Intervals(analysis.Bootstrap)}",
            [
                new("proxy", IsNumber: false),
                new("steps"),
                new("Spearman ρ", Best: Best.Highest),
                interval,
                new("Kendall τ-b", Best: Best.Highest),
                new("gain"),
                interval,
                new("first state"),
                new("size"),
                new("ρ given size", Best: Best.Highest),
                new("seconds"),
            ],
            [.. training.Curves.SelectMany(curve => curve.Points.Select(point => Row(curve, point)))]
        );
    }

    private static IReadOnlyList<string> Row(TrainingCurve curve, TrainingPoint point) =>
        [
            curve.Proxy,
            NumberText.Count(point.Steps),
            NumberText.Number(point.Rho.Point),
            NumberText.Span(point.Rho),
            NumberText.Number(point.Tau.Point),
            point.Gained is { } gained ? NumberText.Signed(gained.Difference.Point) : NumberText.None,
            point.Gained is { } span ? NumberText.SignedSpan(span.Difference) : NumberText.None,
            NumberText.Number(point.FirstState),
            NumberText.Number(point.Size),
            NumberText.Number(point.BeyondSize),
            Seconds(point),
        ];

    /// <summary>How networks were trained.</summary>
    internal static string Trained(TrainingRecipe recipe)
    {
        var text = recipe.ToString();
        return $"{char.ToUpperInvariant(text[0])}{text[1..]}; "
            + $"{NumberText.Count(recipe.StepsPerEpoch())} steps an epoch.";
    }

    private static string Seconds(TrainingPoint point) =>
        point.Seconds.ToString(point.Seconds >= 10 ? "0" : "0.00", CultureInfo.InvariantCulture);
}
