namespace ZcBench.Reports.Figures.Parts;

/// <summary>A line across the whole panel.</summary>
/// <param name="At">Its value: on the horizontal axis if it is vertical, else on the vertical axis.</param>
/// <param name="IsVertical">Which way it runs.</param>
/// <param name="Look">How it looks.</param>
/// <param name="Name">Written beside the foot of a vertical line; null for none.</param>
internal sealed record Guide(double At, bool IsVertical, LineLook Look, string? Name = null) : IMark;
