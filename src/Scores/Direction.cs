namespace ZcBench.Scores;

/// <summary>Which end of a proxy's scale its authors call good.</summary>
public enum Direction
{
    /// <summary>A larger score promises a better architecture.</summary>
    HigherIsBetter,

    /// <summary>A smaller score promises a better architecture.</summary>
    LowerIsBetter,
}
