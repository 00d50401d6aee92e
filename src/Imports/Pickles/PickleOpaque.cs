namespace ZcBench.Imports.Pickles;

/// <summary>Something whose content is not read, such as a tensor.</summary>
/// <param name="What">What it is.</param>
internal sealed record PickleOpaque(string What);
