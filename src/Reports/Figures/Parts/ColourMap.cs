namespace ZcBench.Reports.Figures.Parts;

/// <summary>Colours of numbers, told apart by colour-blind readers.</summary>
public enum ColourMap
{
    /// <summary>Viridis, from 0 to 1: it rises in lightness.</summary>
    Amounts,

    /// <summary>
    /// From −1, orange, through a neutral 0 to 1, blue: equally far from 0 is equally dark.
    /// </summary>
    Correlations,
}
