namespace ZcBench.Supernets.Searches;

/// <summary>Names of what searches show of themselves.</summary>
internal static class ReadingKind
{
    /// <summary>Validation accuracy in percent; row "supernet" or "chosen".</summary>
    public const string Accuracy = "accuracy";

    /// <summary>Mean loss of an epoch's weight steps.</summary>
    public const string Loss = "loss";

    /// <summary>Distance of gradients; row "edge operation", column an operation.</summary>
    public const string Distance = "gradient distance";

    /// <summary>What splitting an edge gains; row an edge.</summary>
    public const string Gain = "split gain";

    /// <summary>A split; row an edge, column the operations of one half.</summary>
    public const string Split = "split";

    /// <summary>Mean marginal contribution; row an edge, column an operation.</summary>
    public const string Contribution = "contribution";

    /// <summary>Its standard deviation over permutations; row an edge, column an operation.</summary>
    public const string Spread = "contribution deviation";

    /// <summary>A logit; row an edge, column an operation.</summary>
    public const string Alpha = "alpha";

    /// <summary>Dependency of two edges; row and column are edges.</summary>
    public const string Dependency = "edge dependency";

    /// <summary>
    /// Lift of two operations over all samples squared; row and column are "edge operation".
    /// </summary>
    public const string Motif = "motif lift";

    /// <summary>An operation that was removed; row an edge, column the operation.</summary>
    public const string Removed = "removed";
}
