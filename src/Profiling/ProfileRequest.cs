using ZcBench.Benchmarks;
using ZcBench.Proxies.Networks;
using ZcBench.Proxies.Probe;
using ZcBench.Scores;

namespace ZcBench.Profiling;

/// <summary>What to time: every proxy on every architecture at every batch size.</summary>
/// <param name="Proxies">The proxies, each alone and all together.</param>
/// <param name="Architectures">The architectures with short names.</param>
/// <param name="Batches">Images in the minibatch.</param>
/// <param name="Task">Image size and classes.</param>
/// <param name="Placement">Device and precision.</param>
/// <param name="Threads">Threads of the tensor library.</param>
/// <param name="Iterations">Measured repetitions of each, after one that is not counted.</param>
/// <param name="Init">One initialisation for all, null for each proxy's own.</param>
public sealed record ProfileRequest(
    IReadOnlyList<IProxy> Proxies,
    IReadOnlyList<(string Name, Architecture Architecture)> Architectures,
    IReadOnlyList<int> Batches,
    ImageTask Task,
    Placement Placement,
    int Threads,
    int Iterations,
    InitKind? Init = null
)
{
    /// <summary>
    /// Numbers of architectures to score at once, of <see cref="Mixed"/>; none to time the architectures by
    /// name, one at a time.
    /// </summary>
    public IReadOnlyList<int> Populations { get; init; } = [];

    /// <summary>Architectures of a table in the order of their texts, as runs group them.</summary>
    public IReadOnlyList<Architecture> Mixed { get; init; } = [];
}
