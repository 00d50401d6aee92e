namespace ZcBench.Reports.Figures;

/// <summary>
/// Colours of all figures: Okabe and Ito's for kinds, told apart by colour-blind readers; kinds differ in
/// shape or dash too, so that
/// grey print stays legible.
/// </summary>
internal static class Theme
{
    internal const string Blue = "#0072B2";
    internal const string Orange = "#E69F00";
    internal const string Vermillion = "#D55E00";
    internal const string Green = "#009E73";
    internal const string Purple = "#CC79A7";
    internal const string Sky = "#56B4E9";
    internal const string Yellow = "#F0E442";
    internal const string Grey = "#777777";

    // What a page puts its own colours in the place of.
    internal const string Ink = "#222222";
    internal const string Paper = "#FFFFFF";
    internal const string Grid = "#E6E6E6";
    internal const string Axis = "#888888";
    internal const string Frame = "#CCCCCC";

    /// <summary>The font of all figures.</summary>
    public const string Font = "DejaVu Sans";
}
