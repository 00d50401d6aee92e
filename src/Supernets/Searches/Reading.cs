namespace ZcBench.Supernets.Searches;

/// <summary>One number that a search shows of itself on its way.</summary>
/// <param name="Kind">What it is; see <see cref="ReadingKind"/>.</param>
/// <param name="Epoch">
/// The epoch under way, from 0; the number of epochs for what is read after the last.
/// </param>
/// <param name="Part">Name of the sub-supernet; empty for the whole.</param>
/// <param name="Row">What it is about.</param>
/// <param name="Column">The same, where a pair is.</param>
/// <param name="Value">The number.</param>
internal sealed record Reading(string Kind, int Epoch, string Part, string Row, string Column, double Value);
