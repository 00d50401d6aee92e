namespace ZcBench.Proxies.Population;

/// <summary>Neighbouring slots of one value.</summary>
/// <param name="Step">Index of the grouped step.</param>
/// <param name="Position">The first slot.</param>
/// <param name="Count">How many.</param>
public readonly record struct SlotRun(int Step, int Position, int Count);
