namespace ZcBench.Imports.Pickles;

/// <summary>A class or function that a pickle may name. It is a name and is never called.</summary>
/// <param name="Module">Its module.</param>
/// <param name="Name">Its name there.</param>
/// <param name="Build">
/// What stands for the object that Python would make of these arguments; null where the arguments are not of
/// its kind.
/// </param>
internal sealed record PickleGlobal(string Module, string Name, Func<object?[], object?>? Build);
