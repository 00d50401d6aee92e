namespace ZcBench.Search;

/// <summary>What the methods of one command draw from.</summary>
public enum SearchPool
{
    /// <summary>Every method from the whole table; scores that are missing are measured.</summary>
    Table,

    /// <summary>Every method from the architectures with all scores that any of them asks for.</summary>
    Scored,

    /// <summary>
    /// Methods that rank by scores from the architectures with all of them, the others and every step from
    /// the whole table. Such methods are not compared on one pool.
    /// </summary>
    Mixed,
}
