using ZcBench.Proxies.Probe;

namespace ZcBench.Runs;

/// <summary>How many architectures are scored at once, with what.</summary>
/// <param name="Probe">Task, minibatch, seed, device and precision.</param>
/// <param name="Workers">Architectures in flight, one thread of its own each.</param>
/// <param name="Threads">
/// Threads of the tensor library inside each worker. It does not follow from the number of workers, because
/// the order of some sums, and so the last bit of a score, can depend on it.
/// </param>
/// <param name="Memory">
/// Bytes that the tensors of all workers together may take, by <see cref="MemoryEstimate"/>: a worker waits
/// until there is room for its next architecture. 0: no bound.
/// </param>
public sealed record ScoringSettings(ProbeSettings Probe, int Workers, int Threads, long Memory = 0)
{
    /// <summary>How networks are trained for the proxies that ask for it; null for not at all.</summary>
    public TrainingSetup? Training { get; init; }
}
