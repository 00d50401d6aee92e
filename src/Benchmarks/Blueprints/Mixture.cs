using System.Collections.Immutable;

namespace ZcBench.Benchmarks.Blueprints;

/// <summary>
/// A node of a weight-sharing network: Σ θ[edge, operation] · input, over its inputs in order, where θ is
/// chosen from outside. An edge's share that falls to the zero operation adds nothing and is no input.
/// </summary>
/// <param name="Terms">The edge and operation of each input.</param>
internal sealed record Mixture(ImmutableArray<EdgeChoice> Terms) : IOperation;
