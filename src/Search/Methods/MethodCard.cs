using ZcBench.Benchmarks;

namespace ZcBench.Search.Methods;

/// <summary>What is to be said of a search method.</summary>
public sealed record MethodCard
{
    /// <summary>Short name.</summary>
    public required string Id { get; init; }

    /// <summary>One line for people.</summary>
    public required string Title { get; init; }

    /// <summary>What it does, in a sentence or two.</summary>
    public required string Rule { get; init; }

    /// <summary>Who proposed it.</summary>
    public required Citation Paper { get; init; }

    /// <summary>What stands after the colon, as in hnas:snip; null where nothing may.</summary>
    public string? Argument { get; init; }

    /// <summary>
    /// What is taken where nothing stands there, the first; all of them are tried by "all".
    /// </summary>
    public IReadOnlyList<string> Arguments { get; init; } = [];

    /// <summary>
    /// What the number after the at sign counts, as in proxy:nwot@100; null where none may stand there.
    /// </summary>
    public string? Draw { get; init; }

    /// <summary>How many where none stands there; null for all candidates.</summary>
    public int? UsualDraw { get; init; }
}
