namespace ZcBench.Statistics;

/// <summary>What a statistic is: enough to print its definition under a table.</summary>
public sealed record StatisticInfo
{
    /// <summary>Name in tables and files, in snake_case, for example <c>kendall_tau_b</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Name in captions, for example "Kendall τ-b".</summary>
    public required string Title { get; init; }

    /// <summary>The formula in plain Unicode; sᵢ is a score, aᵢ an accuracy in percent.</summary>
    public required string Definition { get; init; }

    /// <summary>The values it can take.</summary>
    public required Bounds Bounds { get; init; }

    /// <summary>Unit of the value, empty for a pure number.</summary>
    public string Unit { get; init; } = "";

    /// <summary>What happens with ties and when there is no value.</summary>
    public required string EdgeCases { get; init; }

    /// <summary>The paper that defines it.</summary>
    public required string Source { get; init; }
}
