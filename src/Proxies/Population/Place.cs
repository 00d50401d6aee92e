namespace ZcBench.Proxies.Population;

/// <summary>Where the value of one network's step is.</summary>
/// <param name="Step">Index of the grouped step.</param>
/// <param name="Position">Which of its slots.</param>
internal readonly record struct Place(int Step, int Position);
