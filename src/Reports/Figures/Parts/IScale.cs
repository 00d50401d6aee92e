namespace ZcBench.Reports.Figures.Parts;

/// <summary>Maps the values of an axis to places along it.</summary>
public interface IScale
{
    /// <summary>
    /// Where a value lies: 0 at the left or lower end of the axis, 1 at the right or upper end.
    /// </summary>
    double Position(double value);
}
