namespace ZcBench.Reports.Figures.Parts;

/// <summary>A mark of an axis.</summary>
/// <param name="At">Value on the axis.</param>
/// <param name="Text">What is written beside it.</param>
public sealed record AxisTick(double At, string Text);
