using ZcBench.Benchmarks;
using ZcBench.Proxies.Networks;
using ZcBench.Scores;

namespace ZcBench.Proxies.Probe;

/// <summary>What is the same for every architecture of a run.</summary>
/// <param name="Task">Image size and classes of the networks.</param>
/// <param name="Batch">The minibatch every architecture sees.</param>
/// <param name="Seed">Seed of the weights.</param>
/// <param name="Placement">Device and precision.</param>
/// <param name="Init">One initialisation for all proxies; null leaves each its published one.</param>
public sealed record ProbeSettings(
    ImageTask Task, Minibatch Batch, long Seed, Placement Placement, InitKind? Init = null);
