namespace ZcBench.Reports.Populations;

/// <summary>
/// A named part of a set of architectures. The same proxy does better on one than on another, so every figure
/// says which. Sealed, stateless, one a file, found by scanning.
/// </summary>
internal interface IPopulation
{
    /// <summary>Short name.</summary>
    string Id { get; }

    /// <summary>What belongs to it, as a noun phrase for captions.</summary>
    string Title { get; }

    /// <summary>Which rows belong to it.</summary>
    IReadOnlyList<int> Rows(IReadOnlyList<ExaminedArchitecture> architectures);
}
