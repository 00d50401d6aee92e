using ZcBench.Reports.Figures.Parts;

namespace ZcBench.Reports.Drawing;

/// <summary>A legend entry and where it goes.</summary>
/// <param name="Entry">What it explains.</param>
/// <param name="Left">Left end of its symbol in pixels.</param>
/// <param name="Middle">Middle of its line in pixels.</param>
internal readonly record struct LegendItem(LegendEntry Entry, double Left, double Middle);
