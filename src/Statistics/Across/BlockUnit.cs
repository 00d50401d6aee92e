namespace ZcBench.Statistics.Across;

/// <summary>What counts as one block of a comparison across search spaces.</summary>
public enum BlockUnit
{
    /// <summary>
    /// A search space: a method's τ-b is averaged over the tasks of the space first, for tasks of one space
    /// are not independent.
    /// </summary>
    Spaces,

    /// <summary>Each task of each space, as if all were independent.</summary>
    Tasks,
}
