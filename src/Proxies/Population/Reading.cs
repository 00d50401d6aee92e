using System.Collections.Immutable;

namespace ZcBench.Proxies.Population;

/// <summary>What an input of a grouped step is made of.</summary>
/// <param name="Runs">Neighbouring slots of earlier values, one after another.</param>
/// <param name="IsShared">Whether there is one slot only, which several slots read.</param>
public sealed record Reading(ImmutableArray<SlotRun> Runs, bool IsShared);
