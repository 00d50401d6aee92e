namespace ZcBench.Benchmarks.Blueprints;

/// <summary>
/// What a step of a <see cref="Blueprint"/> computes. A closed set: the records beside it that implement it.
/// </summary>
public interface IOperation { }
