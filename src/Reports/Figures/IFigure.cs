namespace ZcBench.Reports.Figures;

/// <summary>Draws figures of a report. One file each, stateless, found by scanning.</summary>
internal interface IFigure
{
    /// <summary>Place in the report.</summary>
    int Order { get; }

    /// <summary>The figures; none where the subject has nothing to show.</summary>
    IEnumerable<Figure> Of(ReportSubject subject);
}
