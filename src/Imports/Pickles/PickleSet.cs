namespace ZcBench.Imports.Pickles;

/// <summary>A Python set or frozenset.</summary>
/// <param name="Items">Its items in the order of the pickle.</param>
internal sealed record PickleSet(List<object?> Items);
