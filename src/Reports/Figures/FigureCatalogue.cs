using ZcBench.Benchmarks;

namespace ZcBench.Reports.Figures;

/// <summary>All figures of the report, found by scanning this assembly.</summary>
internal static class FigureCatalogue
{
    private static readonly IReadOnlyList<IFigure> All =
    [
        .. Catalogue
            .Scan<IFigure>(typeof(FigureCatalogue).Assembly, figure => figure.GetType().Name)
            .Values.OrderBy(figure => figure.Order),
    ];

    /// <summary>Every figure that a subject fills, in the order of the report.</summary>
    public static IReadOnlyList<Figure> Of(ReportSubject subject) =>
        [.. All.SelectMany(figure => figure.Of(subject))];
}
