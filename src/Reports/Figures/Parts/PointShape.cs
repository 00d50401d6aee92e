namespace ZcBench.Reports.Figures.Parts;

/// <summary>Shapes of points; kinds differ in shape as well as in colour.</summary>
public enum PointShape
{
    /// <summary>A filled circle.</summary>
    Circle,

    /// <summary>A filled triangle that points up.</summary>
    Triangle,

    /// <summary>A filled square.</summary>
    Square,

    /// <summary>A filled square on its corner.</summary>
    Diamond,

    /// <summary>Two crossed lines.</summary>
    Cross,

    /// <summary>A short horizontal line.</summary>
    Dash,
}
