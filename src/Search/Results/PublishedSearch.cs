namespace ZcBench.Search.Results;

/// <summary>The result of a search as a paper prints it.</summary>
/// <param name="Method">Its name there.</param>
/// <param name="Accuracies">
/// By dataset: mean test accuracy in percent and its deviation over repeats, null where none is printed.
/// </param>
/// <param name="Seconds">
/// What it cost there, on the hardware of that paper; null where it is not printed.
/// </param>
/// <param name="Source">Where it is printed, and on what conditions.</param>
public sealed record PublishedSearch(
    string Method,
    IReadOnlyDictionary<string, (double Percent, double? Deviation)> Accuracies,
    double? Seconds,
    string Source
);
