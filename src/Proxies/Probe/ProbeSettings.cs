using ZcBench.Benchmarks;
using ZcBench.Proxies.Networks;
using ZcBench.Scores;

namespace ZcBench.Proxies.Probe;

/// <summary>What is the same for every architecture of a run.</summary>
/// <param name="Task">Image size and classes of the networks.</param>
/// <param name="Batch">The minibatch every architecture sees.</param>
/// <param name="SecondBatch">A second one, for the proxies that compare two.</param>
/// <param name="Seed">Seed of the weights and of what a proxy draws itself.</param>
/// <param name="Placement">Device and precision.</param>
/// <param name="BatchIsNoise">
/// Whether the minibatches are white noise, which some proxies ask for anyway.
/// </param>
/// <param name="Init">
/// One initialisation for all proxies that leave it open; null leaves each its published one.
/// </param>
public sealed record ProbeSettings(
    ImageTask Task,
    Minibatch Batch,
    Minibatch SecondBatch,
    long Seed,
    Placement Placement,
    bool BatchIsNoise,
    InitKind? Init = null
)
{
    /// <summary>
    /// Seed of what is fed to the networks beside the minibatches; that of the weights unless set.
    /// </summary>
    public long InputSeed { get; init; } = Seed;

    /// <summary>Settings with white noise as input: the state of the golden values.</summary>
    public static ProbeSettings Noise(
        ImageTask task,
        int batch,
        long seed,
        Placement placement,
        InitKind? init = null
    ) =>
        new(
            task,
            Minibatch.Noise(task, batch, seed),
            Minibatch.Noise(task, batch, seed, second: true),
            seed,
            placement,
            BatchIsNoise: true,
            init
        );
}
