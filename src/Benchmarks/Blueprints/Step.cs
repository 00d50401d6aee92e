using System.Collections.Immutable;

namespace ZcBench.Benchmarks.Blueprints;

/// <summary>One value of a network: an operation applied to the values of earlier steps.</summary>
/// <param name="Index">Position in <see cref="Blueprint.Steps"/>.</param>
/// <param name="Operation">What is computed.</param>
/// <param name="Inputs">Indices of the steps it reads, all smaller than <paramref name="Index"/>.</param>
/// <param name="Output">Shape of the value, without the batch dimension.</param>
/// <param name="IsZero">
/// True when the value is zero whatever the input and the weights are (everything it reads is). Such steps
/// need no computation. The output of a stage is never marked, because derivatives with respect to it are
/// taken.
/// </param>
public sealed record Step(
    int Index,
    IOperation Operation,
    ImmutableArray<int> Inputs,
    Shape Output,
    bool IsZero
);
