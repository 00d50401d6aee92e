namespace ZcBench.Benchmarks.Blueprints;

/// <summary>
/// Elementwise product of two inputs. A map of one pixel multiplies all pixels of the other, as in
/// squeeze-and-excitation; a map of one channel all channels.
/// </summary>
internal sealed record Product : IOperation;
